/* person_form.h - the fields of a person, and a NIK that is looked at twice.
 *
 * A program that takes a person has PERSON_FORM(FIRST) in its table of fields
 * and leaves PERSON_FORM_FIELDS numbers for it, the first of which is FIRST.
 * A POST must have them where its step is one of PERSON_STEPS.
 *
 * What cannot be is a fault beside its field.  What only looks odd (flags of
 * queue/people/nik.h) is never refused: the form comes back once with
 *everything kept, warnings, and a hidden `sure` that stands for this very NIK,
 *birth date and sex; the same sent again passes, and the flags are stored.
 *
 *	struct person_form form = {.first = NAME};
 *	struct person person;
 *	e = person_form_read(cx, &form, &person);
 *	if (e == OK)
 *		e = person_form_save(cx, &form, &person);
 *	if (e == ERR_INPUT)
 *		return page_with_form(cx, &form);	(status 422)
 *	... where the page is filled:
 *	fields_show(&cx->field, view, cx->app->texts, cx->lang);
 *	person_form_show(cx, &form, view);
 */
#ifndef APP_FORM_PERSON_FORM_H
#define APP_FORM_PERSON_FORM_H

#include "app/core/cx.h"
#include "base/bytes.h"
#include "queue/people/person.h"

enum {
	PERSON_NAME,
	PERSON_NIK,
	PERSON_BIRTH,
	PERSON_SEX,
	PERSON_SURE,
	PERSON_FORM_FIELDS,
};

/* The steps of all programs in which a person is typed. */
#define PERSON_STEPS "person register"

/* l: laki-laki (male), p: perempuan (female). */
extern const char *const person_form_sex[];

#define PERSON_FORM(first)                                                     \
	[(first) + PERSON_NAME] = {.name = "name",                             \
	    .kind = FIELD_LINE,                                                \
	    .high = 100,                                                       \
	    .required = PERSON_STEPS},                                         \
		   [(first) + PERSON_NIK] = {.name = "nik",                    \
		       .kind = FIELD_LINE,                                     \
		       .high = 80,                                             \
		       .required = PERSON_STEPS},                              \
		   [(first) + PERSON_BIRTH] = {.name = "birth",                \
		       .kind = FIELD_DATE,                                     \
		       .required = PERSON_STEPS},                              \
		   [(first) + PERSON_SEX] = {.name = "sex",                    \
		       .kind = FIELD_CHOICE,                                   \
		       .choice = person_form_sex,                              \
		       .required = PERSON_STEPS},                              \
		   [(first) + PERSON_SURE] = {.name = "sure",                  \
		       .kind = FIELD_TOKEN,                                    \
		       .high = BYTES_B64URL_SIZE(CRYPT_MAC_SIZE) - 1,          \
		       .hidden = true,                                         \
		       .fleeting = true}

struct person_form {
	size_t first; /* set by the caller */
	/* the rest is the form's own, 0 at first */
	unsigned odd;     /* flags to be shown as warnings */
	const char *name; /* whom they are about */
	char sure[BYTES_B64URL_SIZE(CRYPT_MAC_SIZE)];
};

/* Reads and judges the person; OUT is ready to be stored.  ERR_INPUT: faults
 * are beside the fields, or warnings are to be shown. */
MUST_USE enum err person_form_read(
    struct cx *cx, struct person_form *form, struct person *out);

/* Adds P to the account that is signed in, with its line in the audit.
 * ERR_INPUT: the NIK is there already, said beside its field; ERR_LIMIT: the
 * account is full. */
MUST_USE enum err person_form_save(
    struct cx *cx, const struct person_form *form, struct person *p);

/* Puts the warnings into VIEW: the list `warnings` {text} and `sure`.  To be
 * called behind fields_show. */
void person_form_show(
    struct cx *cx, const struct person_form *form, struct view *view);

#endif
