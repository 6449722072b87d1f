/* request.h - a browser's request, read from the CGI environment.
 *
 * Only variables with the same meaning under Apache (mod_proxy_fcgi, mod_fcgid)
 * and nginx are read.  The path is not: the server already chose the program by
 * it.  Whether HTTPS is used and the host's name come from the configuration,
 * never from the request.  Strings live in the request's arena.
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
	METHOD_GET = 1, /* also HEAD: the server drops the body */
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
	const char *signature;    /* X-Hub-Signature-256, "" if none */
	const char *addr;         /* REMOTE_ADDR, "" from a shell */
	const char *content_type; /* "" if none */
	int64_t length;           /* CONTENT_LENGTH, -1 if missing */
	int64_t now;              /* the one instant of this request */
	int64_t ticks;            /* day_ticks at its begin */
	char id[REQUEST_ID_SIZE]; /* random; for log lines and error pages */
	const char *body;         /* after request_body; NUL-terminated */
	size_t body_len;
	ssize_t (*read)(void *in, char *out, size_t n); /* 0 at the end */
	void *in;
};

/* Fills REQ from ENVP ("NAME=value" strings, NULL-ended).  The body is read by
 * READ(IN, ...). */
void request_begin(struct request *req, struct arena *a, char *const *envp);

/* Reads the body of at most MAX bytes.  ERR_LARGE if it has more, by its
 * Content-Length or (chunked) by its bytes; ERR_INPUT if it is shorter than its
 * Content-Length. */
MUST_USE enum err request_body(struct request *req, size_t max);

/* Reads and drops the rest of the body.  Otherwise Apache answers 503 to the
 * next request on a connection that is kept open. */
void request_drain(struct request *req);

/* The value of the cookie NAME, copied to the arena; NULL if there is none.
 * Names are compared exactly; the attributes ($Path ...) that Lynx sends back
 * are ignored. */
const char *request_cookie(const struct request *req, const char *name);

#endif
