/* refuse.c - the refusals: why nothing was booked, and what to do. */
#include "public/booking/booking.h"

#include "app/public/slot_words.h"
#include "queue/visit/code.h"

enum err
refuse_nik(struct cx *cx, struct plan *p, int at)
{
	const struct text_arg args[] = {
	    {"name", p->b.applicant[at].person.name},
	    {NULL, NULL},
	};
	const struct refusal why = {
	    .text = cx_fill(cx, "refusal.nik", args),
	    .todo = cx_text(cx, "refusal.nik.todo"),
	    .blocked = true,
	};

	return review_refuse(cx, p, &why, 409);
}

enum err
refuse_reused(struct cx *cx, struct plan *p)
{
	char shown[CODE_SHOWN_SIZE];
	const struct text_arg args[] = {{"code", shown}, {NULL, NULL}};
	struct refusal why = {.blocked = true};

	code_show(p->b.code, shown);
	why.text = cx_fill(cx, "refusal.twice", args);
	why.todo = cx_text(cx, "refusal.twice.todo");
	return review_refuse(cx, p, &why, 409);
}

enum err
refuse_limit(struct cx *cx, struct plan *p)
{
	const struct text_arg args[] = {
	    {"n", arena_printf(cx->arena, "%d", p->limit)}, {NULL, NULL}};
	const struct refusal why = {
	    .text = cx_fill(cx, "refusal.limit", args),
	    .todo = cx_text(cx, "refusal.limit.todo"),
	    .blocked = true,
	};

	return review_refuse(cx, p, &why, 409);
}

enum err
refuse_again(struct cx *cx, struct plan *p)
{
	const struct refusal why = {.text = cx_text(cx, "refusal.again"),
	    .todo = cx_text(cx, "refusal.again.todo")};

	reply_header(cx->reply, "Retry-After", "5");
	return review_refuse(cx, p, &why, 503);
}

enum err
refuse_slot(struct cx *cx, struct plan *p, bool unsure)
{
	const struct refusal why = {
	    .text = slot_words_why(cx, &p->slot, &p->office, p->b.party),
	    .alternatives = true,
	    .unsure = unsure,
	};

	return review_refuse(cx, p, &why, 409);
}
