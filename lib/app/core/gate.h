/* gate.h - what stands between a request and its handler, always in this
 * order: method, length of the form, declared fields, language, origin,
 * session, role, form token, handler. */
#ifndef APP_CORE_GATE_H
#define APP_CORE_GATE_H

#include "app/core/cx.h"
#include "app/core/endpoint.h"

/* Leads one request through; whatever comes back was already turned into an
 * answer, the value is for the log. */
enum err gate_pass(struct app *app, struct request *req, struct reply *reply);

#endif
