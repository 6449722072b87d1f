/* gate.h - what stands between a request and its handler, always in this
 * order: method, length of the form, declared fields, language, origin,
 * session, role, form token, handler. */
#ifndef APP_GATE_H
#define APP_GATE_H

#include "app/cx.h"
#include "app/endpoint.h"

/* Leads one request through; whatever comes back was already turned into an
 * answer, the value is for the log. */
enum err gate_pass(struct app *app, struct request *req, struct reply *reply);

#endif
