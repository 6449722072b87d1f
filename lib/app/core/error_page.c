/* error_page.c - the page for an error. */
#include "app/core/error_page.h"

#include "app/core/endpoint.h"
#include "base/buf.h"

static const struct {
	int status;
	const char *title; /* catalogue keys */
	const char *what;
	const char *todo;
	const char *retry; /* seconds for Retry-After; NULL for none */
} table[ERR_COUNT] = {
    [OK] = {500, "error.fault.title", "error.fault.what", "error.fault.todo",
	NULL},
    [ERR_INPUT] = {400, "error.input.title", "error.input.what",
	"error.input.todo", NULL},
    [ERR_LOGIN] = {401, "error.login.title", "error.login.what",
	"error.login.todo", NULL},
    [ERR_FORBIDDEN] = {403, "error.forbidden.title", "error.forbidden.what",
	"error.forbidden.todo", NULL},
    [ERR_MISSING] = {404, "error.missing.title", "error.missing.what",
	"error.missing.todo", NULL},
    [ERR_FULL] = {409, "error.full.title", "error.full.what", "error.full.todo",
	NULL},
    [ERR_TWICE] = {409, "error.twice.title", "error.twice.what",
	"error.twice.todo", NULL},
    [ERR_LAPSED] = {410, "error.lapsed.title", "error.lapsed.what",
	"error.lapsed.todo", NULL},
    [ERR_EARLY] = {409, "error.early.title", "error.early.what",
	"error.early.todo", NULL},
    [ERR_CLOSED] = {409, "error.closed.title", "error.closed.what",
	"error.closed.todo", NULL},
    [ERR_LIMIT] = {429, "error.limit.title", "error.limit.what",
	"error.limit.todo", "900"},
    [ERR_METHOD] = {405, "error.method.title", "error.method.what",
	"error.method.todo", NULL},
    [ERR_LARGE] = {413, "error.large.title", "error.large.what",
	"error.large.todo", NULL},
    [ERR_BUSY] = {503, "error.busy.title", "error.busy.what", "error.busy.todo",
	"10"},
    [ERR_FAULT] = {500, "error.fault.title", "error.fault.what",
	"error.fault.todo", NULL},
};

int
error_status(enum err e)
{
	return table[(unsigned)e < ERR_COUNT ? e : ERR_FAULT].status;
}

const char *
error_retry(enum err e)
{
	return table[(unsigned)e < ERR_COUNT ? e : ERR_FAULT].retry;
}

/* Puts all values of the request, except secrets, into hidden inputs. */
static void
show_form(struct cx *cx, struct view *v)
{
	const struct endpoint *ep = cx->app->endpoint;
	const struct field_pair *pair;

	view_text(v, "resend", ep->name);
	for (size_t i = 0; i < ep->field_count; i++)
		for (int k = 0, n = field_pairs(&cx->field, i, &pair); k < n;
		     k++)
			field_pair_show(&pair[k], v);
	if (cx->resumed)
		field_pair_show(&(struct field_pair){"resume", "1"}, v);
}

void
error_page(struct cx *cx, enum err e, bool resend)
{
	struct view *v;

	if ((unsigned)e >= ERR_COUNT)
		e = ERR_FAULT;
	buf_clear(&cx->reply->body);
	cx->reply->cache = REPLY_NO_STORE;
	cx->reply->type = "text/html; charset=utf-8";
	v = cx_page(cx, "error");
	view_text(v, "title", cx_text(cx, table[e].title));
	view_text(v, "what", cx_text(cx, table[e].what));
	view_text(v, "todo",
	    cx_text(cx, resend ? "error.resend.todo" : table[e].todo));
	if (resend)
		show_form(cx, v);
	view_text(v, "request_id", cx->req->id);
	if (table[e].retry != NULL)
		reply_header(cx->reply, "Retry-After", table[e].retry);
	if (cx_send(cx, v, "error", table[e].status) != OK)
		cx->reply->status = 500;
}
