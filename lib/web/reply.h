/* reply.h - an answer, built in memory and sent whole.
 *
 * A page has at most REPLY_MAX bytes, a document (PDF, CSV) at most
 * REPLY_DOCUMENT_MAX; a larger page or document is a fault and is never sent
 * truncated.  Every answer has a Content-Length, so that a browser notices when
 * the program is killed half-way.
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
	REPLY_NO_STORE, /* caches must not store it; the default */
	REPLY_PUBLIC,   /* the same for all people: cached for 5 seconds */
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

/* Makes R an empty answer of status 200 and type text/html; charset=utf-8. */
void reply_begin(struct reply *r, struct arena *a);

/* Adds a header line.  NAME and VALUE must live as long as R.  A line whose
 * value has a control byte, which could split the answer, and a thirteenth line
 * are dropped and logged as faults. */
void reply_header(struct reply *r, const char *name, const char *value);

/* Makes R a redirection (303) to LOCATION, which must be an absolute address,
 * because Lynx follows no other. */
void reply_redirect(struct reply *r, const char *location);

/* Makes R a document of LEN bytes and the Content-Type TYPE, which the browser
 * saves as NAME or, if NAME is "", shows.  ERR_FAULT, logged, if LEN exceeds
 * REPLY_DOCUMENT_MAX; R is unchanged then. */
MUST_USE enum err reply_document(struct reply *r, const char *type,
    const char *name, const void *data, size_t len);

/* Adds a Set-Cookie line for the whole site and the next SECONDS: HttpOnly,
 * SameSite=Lax and, if SECURE, Secure and the prefix __Host-.  VALUE "" deletes
 * the cookie. */
void reply_cookie(struct reply *r, const char *name, const char *value,
    long seconds, bool secure);

/* The name under which reply_cookie() sets the cookie NAME, for
 * request_cookie(). */
const char *reply_cookie_name(struct arena *a, const char *name, bool secure);

/* Appends the CGI header block and the body of R to OUT. */
void reply_write(const struct reply *r, struct buf *out);

#endif
