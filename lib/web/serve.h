/* serve.h - the loop of a program: FastCGI, or one plain CGI request.
 *
 * If its standard input is a listening socket (from a FastCGI supervisor), a
 * program answers requests until it retires or gets SIGTERM; libfcgi lets it
 * finish the current request.  Otherwise (shell, test, gdb, valgrind) it
 * answers one CGI request and ends.
 */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include "base/conf.h"
#include "web/reply.h"
#include "web/request.h"

/* Calls HANDLE(CTX, REQ, REPLY) for each request and sends REPLY.  The arena of
 * both is reset when the answer has been sent.  Returns the exit status of the
 * program: 0, or 1 if FastCGI could not start or the answer could not be
 * written. */
int serve_run(const struct conf *conf,
    void (*handle)(void *ctx, struct request *req, struct reply *reply),
    void *ctx);

#endif
