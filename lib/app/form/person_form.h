/* person_form.h - the form fields of a person, with warnings about an odd NIK.
 *
 * A program that takes a person puts PERSON_FORM(FIRST) into its table of
 * fields, which uses the PERSON_FORM_FIELDS indices from FIRST on.  A POST must
 * have these fields if its step is one of PERSON_STEPS.
 *
 * A NIK that cannot exist gives its field a fault.  A NIK that only looks odd
 * (the flags of queue/people/nik.h) is never refused: the page shows the form
 * once more with all entries and warnings.  This form has a hidden field
 * `sure`, a MAC of the NIK, birth date and sex: if the applicant sends the same
 * three values again, the program accepts them and stores the flags.
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

/* The steps of all programs in which an applicant types a person. */
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
	/* the rest is private; the caller sets it to 0 */
	unsigned odd;     /* flags to show as warnings */
	const char *name; /* the name of the person in the warnings */
	char sure[BYTES_B64URL_SIZE(CRYPT_MAC_SIZE)];
};

/* Reads the fields and checks the person.  With OK, *OUT is ready to be stored.
 * ERR_INPUT: fields have faults, or warnings must be shown; ERR_BUSY: the
 * program nikhash does not answer. */
MUST_USE enum err person_form_read(
    struct cx *cx, struct person_form *form, struct person *out);

/* Adds P to the account that is signed in.  ERR_INPUT: the account has a person
 * with this NIK, and the field of the NIK now has that fault; ERR_LIMIT: the
 * account has PERSON_MAX people. */
MUST_USE enum err person_form_save(
    struct cx *cx, const struct person_form *form, struct person *p);

/* Puts the warnings into VIEW: the list `warnings`, each item with a value
 * `text`, and the value of the hidden field `sure`.  The program must call this
 * function after fields_show, which possibly sets `sure` to the value that the
 * browser sent. */
void person_form_show(
    struct cx *cx, const struct person_form *form, struct view *view);

#endif
