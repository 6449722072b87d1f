/* cards.c - the people of a form, shown again without the database.
 *
 * A page of booking shows names and masked numbers of the account's people; the
 * same, signed for the account, goes with its form.  When the slot is known to
 * be full or closed, the refusal shows them from there.  A booking is never
 * made from a card.
 *
 *	MAC, then for each person: id 8, birth 4, member number 1, sex 1,
 *	mask 16, length of the name 1, the name
 */
#include "booking/booking.h"

#include <string.h>

#include "base/crypt.h"
#include "base/token.h"

#define MASK 16
#define HEAD (8 + 4 + 1 + 1 + MASK + 1)
#define NAME_BYTES 100 /* bytes of a name; see app/person_form.h */
#define CARDS_MAX (CRYPT_MAC_SIZE + PERSON_MAX * (HEAD + NAME_BYTES))

_Static_assert(TOKEN_B64_SIZE(CARDS_MAX) - 1 <= CARDS_TEXT, "fits its field");

/* What the MAC covers. */
static void
parts(const struct cx *cx, const unsigned char *data, size_t n,
    struct crypt_part part[2])
{
	part[0] = (struct crypt_part){
	    &cx->who.account_id, sizeof(cx->who.account_id)};
	part[1] = (struct crypt_part){data, n};
}

/* Writes the card of Q at P and returns its end. */
static unsigned char *
put(unsigned char *p, const struct person *q)
{
	size_t n = strlen(q->name);

	memcpy(p, &q->id, 8);
	memcpy(p + 8, &q->birth, 4);
	p[12] = (unsigned char)q->member_no;
	p[13] = (unsigned char)q->sex;
	memcpy(p + 14, q->nik_mask, MASK);
	p[HEAD - 1] = (unsigned char)n;
	memcpy(p + HEAD, q->name, n);
	return p + HEAD + n;
}

const char *
cards_make(struct cx *cx, const struct plan *p)
{
	unsigned char bytes[CARDS_MAX], *data = bytes + CRYPT_MAC_SIZE;
	unsigned char *end = data;
	struct crypt_part part[2];
	char *text;
	size_t n;

	for (int i = 0; i < p->persons; i++)
		if (strlen(p->person[i].name) <= NAME_BYTES &&
		    strlen(p->person[i].nik_mask) == MASK)
			end = put(end, &p->person[i]);
	parts(cx, data, (size_t)(end - data), part);
	crypt_mac(&cx->app->keys, "cards", part, 2, bytes);
	n = (size_t)(end - bytes);
	text = arena_alloc(cx->arena, TOKEN_B64_SIZE(n));
	token_b64(bytes, n, text);
	return text;
}

/* Reads the card at S, before END, into Q; NULL if it is cut short. */
static const unsigned char *
take(struct arena *a, const unsigned char *s, const unsigned char *end,
    struct person *q)
{
	size_t n;

	if (end - s < HEAD || end - s < HEAD + s[HEAD - 1])
		return NULL;
	n = s[HEAD - 1];
	*q = (struct person){.member_no = s[12], .sex = (char)s[13]};
	memcpy(&q->id, s, 8);
	memcpy(&q->birth, s + 8, 4);
	q->nik_mask = arena_strndup(a, (const char *)s + 14, MASK);
	q->name = arena_strndup(a, (const char *)s + HEAD, n);
	return s + HEAD + n;
}

bool
cards_read(struct cx *cx, struct plan *p)
{
	const char *text = field_text(&cx->field, F_CARDS);
	size_t n = strlen(text) * 3 / 4;
	unsigned char *bytes = arena_alloc(cx->arena, n + 1);
	struct crypt_part part[2];
	const unsigned char *s = bytes + CRYPT_MAC_SIZE, *end = bytes + n;

	if (n < CRYPT_MAC_SIZE || !token_b64_read(text, bytes, n))
		return false;
	parts(cx, s, n - CRYPT_MAC_SIZE, part);
	if (!crypt_mac_ok(&cx->app->keys, "cards", part, 2, bytes))
		return false;
	for (p->persons = 0; s != NULL && s < end && p->persons < PERSON_MAX;)
		s = take(cx->arena, s, end, &p->person[p->persons++]);
	return s == end;
}
