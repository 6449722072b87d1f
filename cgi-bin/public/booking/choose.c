/* choose.c - step 1: what kind of application, for how many people. */
#include "public/booking/booking.h"

#include <string.h>

/* The text of a kind: catalogue key service.CODE with SUFFIX. */
static const char *
kind_text(struct cx *cx, const struct service *s, const char *suffix)
{
	return cx_text(
	    cx, arena_printf(cx->arena, "service.%s%s", s->code, suffix));
}

enum err
choose_show(struct cx *cx, int status)
{
	const struct snapshot *snapshot;
	struct view *v;
	enum err e = availability_snapshot(cx, &snapshot);

	if (e != OK)
		return e;
	v = cx_page(cx, "booking");
	fields_show(&cx->field, v, cx->app->texts, cx->lang);
	for (int i = 0; i < snapshot->services; i++) {
		const struct service *s = &snapshot->service[i];
		struct view *item = view_item(v, "services");

		view_text(item, "code", s->code);
		view_text(item, "name", kind_text(cx, s, ""));
		view_text(item, "hint", kind_text(cx, s, ".hint"));
	}
	return cx_send(cx, v, "booking", status);
}

enum err
bap_show(struct cx *cx, bool lost)
{
	static const char *const papers[][5] = {
	    {"paper.damaged", "paper.ektp", "paper.kk", "paper.birth_proof",
		NULL},
	    {"paper.police", "paper.ektp", "paper.kk", "paper.birth_proof",
		NULL},
	};
	struct view *v = cx_page(cx, "bap");

	view_flag(v, "lost", lost);
	view_flag(v, "damaged", !lost);
	for (int i = 0; i < 5 && papers[lost][i] != NULL; i++)
		view_text(view_item(v, "papers"), "text",
		    cx_text(cx, papers[lost][i]));
	return cx_send(cx, v, "bap", 200);
}
