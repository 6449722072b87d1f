/* sign_in.c - the pages to sign in, for applicants and for staff. */
#include "app/who/sign_in.h"

#include <stdlib.h>
#include <string.h>

#include "app/core/error_page.h"
#include "app/who/form_token.h"
#include "app/who/next.h"
#include "app/who/pending.h"

#define SIGN_IN_ARGS 16 /* fields in the address of a form, at most */

static const struct entrance {
	const char *name;   /* of the page, and of the program its form goes
	                     * to */
	const char *resume; /* page with the button that leads back to a kept
	                     * form */
} entrances[] = {
    {"session", "resume"},
    {"signin", "signin-resume"},
};

static const struct entrance *
entrance(const struct endpoint *ep)
{
	return &entrances[endpoint_staff(ep)];
}

const char *
sign_in_name(const struct endpoint *ep)
{
	return entrance(ep)->name;
}

/* What the person was about to book, according to the kept form or the address
 * NEXT; "" in a program that cannot look up slots. */
static const char *
slot_text(struct cx *cx, const char *next, const char *text)
{
	static const char booking[] = "booking?slot=";
	const char *(*slot_said)(struct cx *, int64_t) =
	    cx->app->endpoint->slot_said;
	struct pending form;

	if (slot_said == NULL)
		return "";
	if (pending_read(cx, text, &form))
		for (int i = 0; i < form.count; i++)
			if (strcmp(form.field[i].name, "slot") == 0)
				return slot_said(
				    cx, strtoll(form.field[i].value, NULL, 10));
	if (strncmp(next, booking, sizeof(booking) - 1) != 0)
		return "";
	return slot_said(cx, strtoll(next + sizeof(booking) - 1, NULL, 10));
}

struct view *
sign_in_page(struct cx *cx, const struct sign_in *s)
{
	const struct entrance *in = entrance(cx->app->endpoint);
	struct view *v = cx_page(cx, in->name);

	/* the form is possibly sent to another program than this one */
	view_text(v, "token", form_token_for(cx, in->name));
	view_text(v, "next", s->next);
	view_text(v, "form", s->form);
	view_flag(v, "signed_out", s->signed_out);
	view_flag(v, "busy", s->busy);
	/* a page that only says "busy" must cost no look-up */
	if (view_has(v, "chosen"))
		view_text(v, "chosen",
		    s->busy ? "" : slot_text(cx, s->next, s->form));
	if (view_has(v, "register_href"))
		view_text(v, "register_href",
		    cx_href(cx, "account", CX_ARGS({"next", s->next})));
	return v;
}

/* The address of the request.  For a POST: the address of its program, with the
 * fields that the endpoint permits in an address. */
static const char *
return_address(struct cx *cx)
{
	const struct endpoint *ep = cx->app->endpoint;
	struct cx_arg args[SIGN_IN_ARGS + 1] = {{NULL, NULL}};
	const struct field_pair *pair;
	int count = 0;

	if (cx->req->method == METHOD_GET)
		return *cx->req->query == '\0' ? ep->name
		                               : ARENA_JOIN(cx->arena, ep->name,
						     "?", cx->req->query);
	for (const int *f = ep->address; f != NULL && *f >= 0; f++)
		for (int i = 0, n = field_pairs(&cx->field, (size_t)*f, &pair);
		     i < n && count < SIGN_IN_ARGS; i++)
			args[count++] =
			    (struct cx_arg){pair[i].name, pair[i].value};
	return cx_path(cx, ep->name, args);
}

enum err
sign_in_ask(struct cx *cx)
{
	struct sign_in s = {.next = return_address(cx)};
	const char *name = sign_in_name(cx->app->endpoint);

	if (cx->req->method == METHOD_GET)
		return cx_redirect(cx, name, CX_ARGS({"next", s.next}));
	s.form = pending_make(cx);
	cx->alert = cx_text(cx, *s.form == '\0' ? "form.ended" : "form.waits");
	return cx_send(
	    cx, sign_in_page(cx, &s), name, error_status(ERR_FORBIDDEN));
}

enum err
sign_in_done(struct cx *cx, const char *next, const char *text)
{
	const struct entrance *in = entrance(cx->app->endpoint);
	struct pending form;
	struct view *v;

	if (!pending_read(cx, text, &form) ||
	    !next_known(cx, form.program, strlen(form.program)))
		return cx_go_on(
		    cx, *next == '\0' ? cx->app->endpoint->home : next);
	v = cx_page(cx, in->resume);
	view_text(v, "token", form_token_for(cx, form.program));
	view_text(v, "program", cx_href(cx, form.program, NULL));
	if (view_has(v, "chosen"))
		view_text(v, "chosen", slot_text(cx, next, text));
	for (int i = 0; i < form.count; i++)
		field_pair_show(&form.field[i], v);
	return cx_send(cx, v, in->resume, 200);
}
