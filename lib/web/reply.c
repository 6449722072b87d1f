/* reply.c - an answer, built in memory and sent whole. */
#include "web/reply.h"

#include <string.h>

#include "base/log.h"

static const struct {
	int status;
	const char *reason;
} reasons[] = {
    {200, "OK"},
    {303, "See Other"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
};

static const char *
reason(int status)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Unknown";
}

void
reply_begin(struct reply *r, struct arena *a)
{
	*r = (struct reply){
	    .arena = a, .status = 200, .type = "text/html; charset=utf-8"};
	buf_init(&r->body, a, 16384, REPLY_MAX);
}

void
reply_header(struct reply *r, const char *name, const char *value)
{
	for (const char *p = value; *p != '\0'; p++) {
		if ((unsigned char)*p < ' ' || *p == 0x7f) {
			log_fault("reply", "header=%s why=control-byte", name);
			return;
		}
	}
	if (r->headers == sizeof(r->header) / sizeof(r->header[0])) {
		log_fault("reply", "header=%s why=too-many", name);
		return;
	}
	r->header[r->headers++] = (struct reply_header){name, value};
}

void
reply_redirect(struct reply *r, const char *location)
{
	r->status = 303;
	r->type = "text/plain; charset=utf-8";
	buf_clear(&r->body);
	buf_puts(&r->body, location);
	buf_putc(&r->body, '\n');
	reply_header(r, "Location", location);
}

enum err
reply_document(struct reply *r, const char *type, const char *name,
    const void *data, size_t len)
{
	if (len > REPLY_DOCUMENT_MAX) {
		log_fault("reply", "document=%s why=too-large", type);
		return ERR_FAULT;
	}
	r->type = type;
	r->body.max = REPLY_DOCUMENT_MAX;
	buf_clear(&r->body);
	buf_put(&r->body, data, len);
	if (*name != '\0')
		reply_header(r, "Content-Disposition",
		    arena_printf(
			r->arena, "attachment; filename=\"%s\"", name));
	return OK;
}

const char *
reply_cookie_name(struct arena *a, const char *name, bool secure)
{
	return secure ? arena_printf(a, "__Host-%s", name) : name;
}

void
reply_cookie(struct reply *r, const char *name, const char *value, long seconds,
    bool secure)
{
	reply_header(r, "Set-Cookie",
	    arena_printf(r->arena,
		"%s=%s; Path=/; Max-Age=%ld; HttpOnly; SameSite=Lax%s",
		reply_cookie_name(r->arena, name, secure), value,
		*value == '\0' ? 0 : seconds, secure ? "; Secure" : ""));
}

static void
put_header(struct buf *out, const char *name, const char *value)
{
	buf_puts(out, name);
	buf_put(out, ": ", 2);
	buf_puts(out, value);
	buf_put(out, "\r\n", 2);
}

void
reply_write(const struct reply *r, struct buf *out)
{
	put_header(out, "Status",
	    ARENA_JOIN(out->arena, arena_number(out->arena, r->status), " ",
		reason(r->status)));
	put_header(out, "Content-Type", r->type);
	put_header(out, "Content-Length",
	    arena_number(out->arena, (int64_t)r->body.len));
	put_header(out, "Cache-Control",
	    r->cache == REPLY_PUBLIC ? "public, max-age=5" : "no-store");
	put_header(out, "X-Content-Type-Options", "nosniff");
	for (size_t i = 0; i < r->headers; i++)
		put_header(out, r->header[i].name, r->header[i].value);
	buf_put(out, "\r\n", 2);
	buf_put(out, r->body.data, r->body.len);
}
