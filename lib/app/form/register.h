/* register.h - the form that opens an account.
 *
 * A notice above the form says what the data are for (UU 27/2022 art. 21), and
 * the account stores the edition of that notice (catalogue key notice.edition).
 * The holder must be an adult; a holder can book for children (art. 25).  A
 * password is never sent back to the browser: the applicant types it again.
 *
 * If the mailbox already has an account, the field for the e-mail address says
 * so.  Otherwise the owner of the mailbox could not know what to do.  Two
 * limits for each network address prevent abuse: how often a browser there can
 * learn that a mailbox has an account (parameter taken_address), and how many
 * accounts browsers there can open (register_address).  Both are high, because
 * many people share the address of a mobile carrier.
 */
#ifndef APP_FORM_REGISTER_H
#define APP_FORM_REGISTER_H

#include "app/core/cx.h"
#include "app/form/person_form.h"

#define REGISTER_PASSWORD 10 /* least number of characters */
#define REGISTER_ADULT 17    /* least age of a holder, in years */

enum {
	REGISTER_PERSON, /* PERSON_FORM */
	REGISTER_EMAIL = REGISTER_PERSON + PERSON_FORM_FIELDS,
	REGISTER_PHONE,
	REGISTER_PASSWORD1,
	REGISTER_PASSWORD2,
	REGISTER_AGREE,
	REGISTER_FIELDS,
};

/* The fields of the form, for a program's table of fields from index 0 on. */
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

/* Reads the form, makes the account with its holder, and signs the holder in.
 * ERR_INPUT: fields have faults, or warnings must be shown.  ERR_LIMIT: one of
 * the two limits of the network address is reached.  ERR_BUSY: too many people
 * register or sign in at this moment (app/who/password.h), or the database or
 * the program nikhash is busy. */
MUST_USE enum err register_account(struct cx *cx, struct person_form *form);

#endif
