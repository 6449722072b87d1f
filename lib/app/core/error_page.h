/* error_page.h - the plain page of an outcome or a fault: what happened, what
 * to do next, and the request's number to tell support. */
#ifndef APP_CORE_ERROR_PAGE_H
#define APP_CORE_ERROR_PAGE_H

#include "app/core/cx.h"

/* Makes the answer for E.  To RESEND, it has the form that came, with a button
 * that sends it once more. */
void error_page(struct cx *cx, enum err e, bool resend);

/* The status of E, and the seconds of its Retry-After, NULL for none. */
int error_status(enum err e);
const char *error_retry(enum err e);

#endif
