/* person_form.c - the form fields of a person, with warnings about an odd
 * NIK. */
#include "app/form/person_form.h"

#include <string.h>

#include "base/utf8.h"
#include "queue/office/region.h"
#include "queue/people/nik.h"
#include "queue/people/nik_hash.h"

/* True if NAME has only characters that names on an e-KTP have: Latin letters
 * and the marks of titles and of names like Ma'ruf or Siti d/o Ali.  Digits are
 * not allowed, so that a NIK typed into the wrong field is never stored as a
 * name. */
static bool
name_ok(const char *name)
{
	bool letter = false;
	uint32_t c;

	while ((c = utf8_next(&name)) != 0) {
		if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
		    (c >= 0x1E00 && c <= 0x1EFF))
			letter = true;
		else if ((c >= 0x80 || strchr(" .,'`-/()", (int)c) == NULL) &&
			 (c < 0x2BB || c > 0x2BC) && (c < 0x2018 || c > 0x2019))
			return false;
	}
	return letter;
}

const char *const person_form_sex[] = {"l", "p", NULL};

/* Writes the value of the hidden field `sure` for this person. */
static void
sure_make(const struct cx *cx, const char *nik, const struct person *p,
    char out[BYTES_B64URL_SIZE(CRYPT_MAC_SIZE)])
{
	const struct crypt_part part[] = {
	    {nik, NIK_SIZE - 1},
	    {&p->birth, sizeof(p->birth)},
	    {&p->sex, sizeof(p->sex)},
	};
	unsigned char mac[CRYPT_MAC_SIZE];

	crypt_mac(&cx->app->keys, "sure", part, 3, mac);
	bytes_b64url(mac, sizeof(mac), out);
}

/* Reads the fields into P and NIK.  ERR_INPUT: a field has a fault. */
static enum err
read_fields(struct cx *cx, size_t first, struct person *p, char nik[NIK_SIZE])
{
	struct fields *f = &cx->field;
	const char *name = field_text(f, first + PERSON_NAME), *key;
	int n;

	if (!name_ok(name))
		field_fail(f, first + PERSON_NAME, "field.name");
	if (nik_read(field_text(f, first + PERSON_NIK), nik, &key, &n) != OK)
		field_fail_at(f, first + PERSON_NIK, 0, key, n);
	for (size_t i = PERSON_NAME; i <= PERSON_SEX; i++)
		if (!field_ok(f, first + i))
			return ERR_INPUT;
	p->name = name;
	p->birth = (int32_t)field_number(f, first + PERSON_BIRTH);
	p->sex = *field_text(f, first + PERSON_SEX);
	return OK;
}

enum err
person_form_read(struct cx *cx, struct person_form *form, struct person *out)
{
	struct person p = {0};
	unsigned char hash[CRYPT_HASH_SIZE];
	char nik[NIK_SIZE];
	bool known;
	enum err e = read_fields(cx, form->first, &p, nik);

	if (e != OK)
		return e;
	e = region_known(
	    cx->db, cx->arena, arena_strndup(cx->arena, nik, 6), &known);
	if (e != OK)
		return e;
	p.nik_flags = nik_compare(nik, p.birth, p.sex);
	if (!known)
		p.nik_flags |= NIK_REGION;
	form->odd = p.nik_flags;
	form->name = p.name;
	sure_make(cx, nik, &p, form->sure);
	if (p.nik_flags != 0 &&
	    strcmp(form->sure,
		field_text(&cx->field, form->first + PERSON_SURE)) != 0)
		return ERR_INPUT;
	e = nik_hash(cx->app->conf.run_dir, nik, hash);
	if (e != OK)
		return e;
	person_set_nik(&p, cx->arena, &cx->app->keys, nik, hash);
	*out = p;
	return OK;
}

enum err
person_form_save(
    struct cx *cx, const struct person_form *form, struct person *p)
{
	const struct actor by = cx_actor(cx);
	enum err e = person_add(cx->db, &by, cx->who.account_id, p);

	if (e == ERR_TWICE) {
		field_fail(
		    &cx->field, form->first + PERSON_NIK, "field.nik.twice");
		return ERR_INPUT;
	}
	return e;
}

void
person_form_show(
    struct cx *cx, const struct person_form *form, struct view *view)
{
	static const struct {
		unsigned flag;
		const char *key;
	} warning[] = {
	    /* NIK_DATE needs no text: NIK_BIRTH is always set with it */
	    {NIK_BIRTH, "warning.nik.birth"},
	    {NIK_SEX, "warning.nik.sex"},
	    {NIK_REGION, "warning.nik.region"},
	};
	const struct text_arg args[] = {{"name", form->name}, {NULL, NULL}};

	if (form->odd == 0)
		return;
	for (size_t i = 0; i < sizeof(warning) / sizeof(warning[0]); i++)
		if ((form->odd & warning[i].flag) != 0)
			view_text(view_item(view, "warnings"), "text",
			    cx_fill(cx, warning[i].key, args));
	view_text(view, "sure", form->sure);
}
