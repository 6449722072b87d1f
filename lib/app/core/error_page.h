/* error_page.h - the page for an error: what happened, what to do next, and the
 * id of the request to tell support. */
#ifndef APP_CORE_ERROR_PAGE_H
#define APP_CORE_ERROR_PAGE_H

#include "app/core/cx.h"

/* Answers with the page and the HTTP status for E.  If RESEND is true, the page
 * has the form of the request in hidden fields and a button that sends that
 * form again. */
void error_page(struct cx *cx, enum err e, bool resend);

/* error_status returns the HTTP status for E.  error_retry returns the seconds
 * for the header Retry-After as text; NULL if the answer has no such header. */
int error_status(enum err e);
const char *error_retry(enum err e);

#endif
