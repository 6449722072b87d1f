/* sign_in.c - the page to sign in, as an answer of any applicant's program. */
#include "app/who/sign_in.h"

#include "app/core/error_page.h"
#include "app/who/form_token.h"
#include "app/who/pending.h"

struct view *
sign_in_page(struct cx *cx, const struct sign_in *s)
{
	struct view *v = cx_page(cx, "session");

	/* its form goes to another program than this one, perhaps */
	view_text(v, "token", form_token_for(cx, "session"));
	view_text(v, "next", s->next);
	view_text(v, "form", s->form);
	view_text(v, "chosen", s->chosen);
	view_flag(v, "signed_out", s->signed_out);
	view_flag(v, "busy", s->busy);
	view_text(v, "register_href",
	    cx_href(cx, "account", CX_ARGS({"next", s->next})));
	return v;
}

enum err
sign_in_ask(struct cx *cx, const char *next, const char *chosen)
{
	const struct sign_in s = {
	    .next = next, .form = pending_make(cx), .chosen = chosen};

	cx->alert = cx_text(cx, *s.form == '\0' ? "form.ended" : "form.waits");
	return cx_send(
	    cx, sign_in_page(cx, &s), "session", error_status(ERR_FORBIDDEN));
}
