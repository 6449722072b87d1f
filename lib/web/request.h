/* request.h - what a browser asked, taken from the CGI environment.
 *
 * Only values that mean the same under Apache (mod_proxy_fcgi, mod_fcgid) and
 * nginx are read.  No path: the server starts the program the path names.
 * HTTPS and host come from the configuration, never from the request.
 * Strings live in the request's arena.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"

enum method {
	METHOD_GET = 1, /* and HEAD, whose body the server drops */
	METHOD_POST = 2,
	METHOD_OTHER = 4,
};

#define REQUEST_ID_SIZE 17 /* 16 hexadecimal digits and NUL */

struct request {
	struct arena *arena;
	enum method method;
	const char *query;        /* raw, "" if none */
	const char *cookies;      /* raw Cookie header, "" if none */
	const char *origin;       /* Origin header, "" if none */
	const char *addr;         /* REMOTE_ADDR, "" from a shell */
	const char *content_type; /* "" if none */
	int64_t length;           /* CONTENT_LENGTH, -1 if not said */
	int64_t now;              /* the one instant of this request */
	int64_t ticks;            /* day_ticks at its begin */
	char id[REQUEST_ID_SIZE]; /* random, for the log and error pages */
	const char *body;         /* after request_body; NUL-terminated */
	size_t body_len;
	ssize_t (*read)(void *in, char *out, size_t n); /* 0 at the end */
	void *in;
};

/* Fills REQ from ENVP ("NAME=value" strings, NULL-ended).  READ(IN) yields
 * the body. */
void request_begin(struct request *req, struct arena *a, char *const *envp);

/* Reads the body of at most MAX bytes.  ERR_LARGE if there is more, said or
 * not (chunked); ERR_INPUT if it is shorter than said. */
MUST_USE enum err request_body(struct request *req, size_t max);

/* Reads and drops what is left of the body: without that Apache answers 503
 * to the next request on a kept connection. */
void request_drain(struct request *req);

/* The value of the cookie NAME, copied to the arena; NULL if there is none.
 * Names are compared exactly; attributes that Lynx sends back are ignored. */
const char *request_cookie(const struct request *req, const char *name);

#endif
