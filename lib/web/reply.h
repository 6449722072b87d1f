/* reply.h - an answer, built in memory and sent whole.
 *
 * A page has at most REPLY_MAX bytes, a document (PDF, CSV) at most
 * REPLY_DOCUMENT_MAX: a larger one is a fault and is not truncated.  Every
 * answer has a Content-Length, so that a browser notices when the program is
 * killed half-way.
 */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define REPLY_MAX (1024 * 1024)
#define REPLY_DOCUMENT_MAX (16 * 1024 * 1024)

enum reply_cache {
	REPLY_NO_STORE, /* about a person: never cached */
	REPLY_PUBLIC,   /* the same for all: cached for some seconds */
};

struct reply_header {
	const char *name;
	const char *value;
};

struct reply {
	struct arena *arena;
	int status;
	const char *type; /* Content-Type */
	enum reply_cache cache;
	struct reply_header header[12]; /* besides Content-Type */
	size_t headers;
	struct buf body;
};

/* An empty 200 answer of type text/html; charset=utf-8. */
void reply_begin(struct reply *r, struct arena *a);

/* Adds a header line.  A value with a control byte, which could split the
 * answer, and a line too many are dropped and logged. */
void reply_header(struct reply *r, const char *name, const char *value);

/* 303 to LOCATION, which must be absolute (Lynx insists). */
void reply_redirect(struct reply *r, const char *location);

/* A document of TYPE to be saved as NAME ("" to be shown in place).  ERR_FAULT,
 * logged, if it is larger than REPLY_DOCUMENT_MAX. */
MUST_USE enum err reply_document(struct reply *r, const char *type,
    const char *name, const void *data, size_t len);

/* Sets a cookie for the whole site: HttpOnly, SameSite=Lax, Secure and the
 * __Host- prefix when SECURE; VALUE "" deletes it. */
void reply_cookie(struct reply *r, const char *name, const char *value,
    long seconds, bool secure);

/* The full name of a cookie, with its prefix, for request_cookie. */
const char *reply_cookie_name(struct arena *a, const char *name, bool secure);

/* The CGI header block and the body, ready to be written. */
void reply_write(const struct reply *r, struct buf *out);

#endif
