/* register.h - making an account: its form, judged and stored.
 *
 * The purpose of the data is told above the form (UU 27/2022 art. 21), the
 * edition of that notice is kept with the account (catalogue: notice.edition).
 * The holder must be an adult, who may then book for children (art. 25).
 * Passwords are never sent back to a browser: they are typed again.
 *
 * That a mailbox has an account already is said beside the field, since its
 * owner could not go on otherwise.  A network address that keeps asking is
 * stopped (parameter taken_address), and so is one that makes accounts by the
 * thousand (register_address; behind a carrier's address are many people).
 */
#ifndef APP_FORM_REGISTER_H
#define APP_FORM_REGISTER_H

#include "app/core/cx.h"
#include "app/form/person_form.h"

#define REGISTER_PASSWORD 10 /* letters a password must have */
#define REGISTER_ADULT 17    /* years of age a holder must have */

enum {
	REGISTER_PERSON, /* PERSON_FORM */
	REGISTER_EMAIL = REGISTER_PERSON + PERSON_FORM_FIELDS,
	REGISTER_PHONE,
	REGISTER_PASSWORD1,
	REGISTER_PASSWORD2,
	REGISTER_AGREE,
	REGISTER_FIELDS,
};

/* A program's table of fields holds these from number 0 on. */
#define REGISTER_FORM                                                          \
	PERSON_FORM(REGISTER_PERSON),                                          \
	    [REGISTER_EMAIL] = {.name = "email",                               \
		.kind = FIELD_EMAIL,                                           \
		.high = 254,                                                   \
		.required = "register"},                                       \
	    [REGISTER_PHONE] = {.name = "phone",                               \
		.kind = FIELD_PHONE,                                           \
		.high = 40},                                                   \
	    [REGISTER_PASSWORD1] = {.name = "password",                        \
		.kind = FIELD_SECRET,                                          \
		.low = REGISTER_PASSWORD,                                      \
		.high = 256,                                                   \
		.required = "register"},                                       \
	    [REGISTER_PASSWORD2] = {.name = "password2",                       \
		.kind = FIELD_SECRET,                                          \
		.high = 256,                                                   \
		.required = "register"},                                       \
	    [REGISTER_AGREE] = {.name = "agree",                               \
		.kind = FIELD_CHECK,                                           \
		.high = 1,                                                     \
		.required = "register",                                        \
		.missing = "field.agree",                                      \
		.fleeting = true}

/* Reads the form, makes account and holder and signs in.  ERR_INPUT: faults or
 * warnings are to be shown.  ERR_BUSY: not now, see app/who/password.h. */
MUST_USE enum err register_account(struct cx *cx, struct person_form *form);

#endif
