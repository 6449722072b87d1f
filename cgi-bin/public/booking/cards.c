/* cards.c - the people of a form, to be shown again without a query.
 *
 * A page of `booking` shows names and masked NIKs of the account's people.  Its
 * form contains the same data, signed for the account, in a hidden field.  The
 * review and the refusals show the people from that field.  A booking never
 * uses that field.  The field has one card for each person.  Sizes of the parts
 * of a card in bytes:
 *
 *	id 8, birth date 4, member number 1, sex 1, masked NIK 7, length of
 *	the name 1, the name
 */
#include "public/booking/booking.h"

#include <string.h>

#include "app/who/signed.h"
#include "queue/people/nik.h"

#define MASK (NIK_MASK_SIZE - 1)
#define HEAD (8 + 4 + 1 + 1 + MASK + 1)
#define NAME_BYTES 100 /* of a name, at most; see app/form/person_form.h */
#define CARDS_MAX (PERSON_MAX * (HEAD + NAME_BYTES))

_Static_assert(SIGNED_TEXT(CARDS_MAX) <= CARDS_TEXT, "fits its field");

/* Writes the card of person Q at P and returns the end of the card. */
static unsigned char *
card_write(unsigned char *p, const struct person *q)
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
	const struct crypt_part account = {
	    &cx->who.account_id, sizeof(cx->who.account_id)};
	unsigned char data[CARDS_MAX], *end = data;

	for (int i = 0; i < p->persons; i++)
		if (strlen(p->person[i].name) <= NAME_BYTES &&
		    strlen(p->person[i].nik_mask) == MASK)
			end = card_write(end, &p->person[i]);
	return signed_make(
	    cx, "cards", data, (size_t)(end - data), &account, 1);
}

/* Reads the card at S into Q and returns the end of the card; NULL if the card
 * is not complete before END, the end of the data. */
static const unsigned char *
card_read(struct arena *a, const unsigned char *s, const unsigned char *end,
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
	const struct crypt_part account = {
	    &cx->who.account_id, sizeof(cx->who.account_id)};
	size_t n;
	const unsigned char *s = signed_read(
	    cx, "cards", field_text(&cx->field, F_CARDS), &n, &account, 1);
	const unsigned char *end;

	if (s == NULL)
		return false;
	end = s + n;
	for (p->persons = 0; s != NULL && s < end && p->persons < PERSON_MAX;)
		s = card_read(cx->arena, s, end, &p->person[p->persons++]);
	return s == end;
}
