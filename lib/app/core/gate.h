/* gate.h - what stands between a request and its handler, always in this
 * order: method, length of the form, declared fields, language, origin,
 * session, role, office, form token, limits, handler.
 *
 * A field whose object is "office" names an office by its code.  An officer or
 * administrator of an office may name no other one, which is ERR_FORBIDDEN, and
 * need not name their own; staff of the directorate may name any.  What has a
 * number or a code of its own, such as a booking, the acts of lib/queue keep
 * from another office's staff: to them it is ERR_MISSING. */
#ifndef APP_CORE_GATE_H
#define APP_CORE_GATE_H

#include "app/core/cx.h"
#include "app/core/endpoint.h"

/* Leads one request through; whatever comes back was already turned into an
 * answer, the value is for the log. */
enum err gate_pass(struct app *app, struct request *req, struct reply *reply);

#endif
