/* error_page.h - the page for an error: what happened, what to do next, and the
 * id of the request to tell support. */
#ifndef APP_CORE_ERROR_PAGE_H
#define APP_CORE_ERROR_PAGE_H

#include "app/core/cx.h"

/* Answers with the page for E.  If RESEND, the page has the form of the request
 * and a button that sends it again. */
void error_page(struct cx *cx, enum err e, bool resend);

/* The HTTP status for E; and the seconds for Retry-After, NULL for none. */
int error_status(enum err e);
const char *error_retry(enum err e);

#endif
