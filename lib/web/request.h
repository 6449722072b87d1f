/* request.h - a browser's request, read from the CGI environment.
 *
 * Only variables with the same meaning under Apache (mod_proxy_fcgi, mod_fcgid)
 * and nginx are read.  The path is not read, because the server has chosen the
 * program by the path.  The configuration, never the request, says whether
 * HTTPS is used and what the host's name is.  Strings live in the request's
 * arena.
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
	int64_t now;              /* the instant at which the request began */
	int64_t ticks;            /* day_ticks() when the request began */
	char id[REQUEST_ID_SIZE]; /* random; for log lines and error pages */
	const char *body;         /* after request_body; NUL-terminated */
	size_t body_len;
	ssize_t (*read)(void *in, char *out, size_t n); /* 0 at the end */
	void *in;
};

/* Fills REQ from ENVP ("NAME=value" strings, NULL-ended).  Then the caller sets
 * REQ->read, which reads up to N bytes of the body from REQ->in. */
void request_begin(struct request *req, struct arena *a, char *const *envp);

/* Reads the body into REQ->body.  ERR_LARGE if it has more than MAX bytes, by
 * its Content-Length or, if that is missing (chunked), by the bytes read;
 * ERR_INPUT if it is shorter than its Content-Length. */
MUST_USE enum err request_body(struct request *req, size_t max);

/* Reads and drops the rest of the body.  Otherwise Apache answers 503 to the
 * next request on a connection that is kept open. */
void request_drain(struct request *req);

/* The value of the cookie NAME, copied to the arena; NULL if there is none.
 * Names are compared exactly; the attributes ($Path ...) that Lynx sends back
 * are ignored. */
const char *request_cookie(const struct request *req, const char *name);

#endif
