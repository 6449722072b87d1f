/* gate.h - the checks of every request before its handler, always in this
 * order: method, length of the form, declared fields, language, origin,
 * session, role, office, form token, limits.
 *
 * For a POST of a program with BODY_RAW: method, length, the program's
 * `verify`, limits.  Only bodies with a valid signature count against the
 * limits, so that nobody else can use up the sender's.  Wrong ones cost little:
 * the gate refuses each after one MAC of at most form_max bytes, without a
 * query.
 *
 * A field whose object is "office" names an office by its code.  An officer or
 * admin of an office may leave it empty, which means their own; the code of
 * another office is ERR_FORBIDDEN.  National staff may name any office.
 * Objects with an id or a code of their own, such as bookings, are protected by
 * lib/queue: for staff of another office they are ERR_MISSING. */
#ifndef APP_CORE_GATE_H
#define APP_CORE_GATE_H

#include "app/core/cx.h"
#include "app/core/endpoint.h"

/* Answers one request.  The returned error was already answered; it is for the
 * log. */
enum err gate_pass(struct app *app, struct request *req, struct reply *reply);

#endif
