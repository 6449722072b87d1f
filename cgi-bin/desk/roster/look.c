/* look.c - notes for the officer about a person. */
#include "desk/roster/roster.h"

#include "queue/people/nik.h"

/* Returns TEXT and the text of KEY, separated by a comma unless TEXT is
 * empty. */
static const char *
add(struct cx *cx, const char *text, const char *key)
{
	return arena_printf(cx->arena, "%s%s%s", text,
	    *text == '\0' ? "" : ", ", cx_text(cx, key));
}

const char *
roster_look(struct cx *cx, const struct roster_entry *e)
{
	const char *look = "";

	if (e->child)
		look = add(cx, look, "roster.note.child");
	if (e->nik_flags & NIK_REGION)
		look = add(cx, look, "roster.note.region");
	if (e->nik_flags & (NIK_BIRTH | NIK_DATE))
		look = add(cx, look, "roster.note.birth");
	if (e->nik_flags & NIK_SEX)
		look = add(cx, look, "roster.note.sex");
	return look;
}
