/* serve.h - the loop of a program: FastCGI, or one plain CGI request.
 *
 * Started with a listening socket as standard input (a FastCGI supervisor) a
 * program answers requests until it retires or is told to end (SIGTERM: the
 * request in hand is finished, libfcgi sees to it); started otherwise (a
 * shell, a test, gdb, valgrind) it answers one CGI request and ends.
 */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include "base/conf.h"
#include "web/reply.h"
#include "web/request.h"

/* Calls HANDLE(CTX) for each request with an arena that is reset after the
 * answer was sent.  Returns the exit status. */
int serve_run(const struct conf *conf,
    void (*handle)(void *ctx, struct request *req, struct reply *reply),
    void *ctx);

#endif
