/* gate.h - the checks of every request before its handler, always in this
 * order: method, length of the form, declared fields, language, origin,
 * session, role, office, form token, limits.
 *
 * For a POST of a program with BODY_RAW: method, length, the program's
 * `verify`, limits.  Only bodies with a valid signature count against the
 * limits, so that nobody else can use up the limits of the sender.  A body with
 * a wrong signature costs little: the gate refuses it after one MAC over at
 * most form_max bytes, without a query.
 *
 * A field whose object is "office" has the code of an office.  If an officer or
 * admin of an office leaves the field empty, it means their own office; with
 * the code of another office the answer is ERR_FORBIDDEN.  National staff can
 * name any office.  For objects with an id or a code of their own, such as
 * bookings, lib/queue returns ERR_MISSING to staff of another office. */
#ifndef APP_CORE_GATE_H
#define APP_CORE_GATE_H

#include "app/core/cx.h"
#include "app/core/endpoint.h"

/* Answers one request.  The returned error is for the log only: the gate has
 * already answered the request with the page for that error. */
enum err gate_pass(struct app *app, struct request *req, struct reply *reply);

#endif
