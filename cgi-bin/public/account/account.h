/* account.h - the program of accounts: what its files share. */
#ifndef PUBLIC_ACCOUNT_ACCOUNT_H
#define PUBLIC_ACCOUNT_ACCOUNT_H

#include "app/core/cx.h"
#include "app/form/person_form.h"
#include "app/form/register.h"

/* The fields of the program `account`, after those of app/form/register.h. */
enum {
	F_STEP = REGISTER_FIELDS,
	F_NEXT,
	F_PERSON,
	F_DONE,
	F_FIELDS
};

/* Shows the form to open an account. */
MUST_USE enum err register_show(
    struct cx *cx, const struct person_form *form, int status);

/* Shows the data and people of the account, and a sentence about what the last
 * request did. */
MUST_USE enum err account_show(
    struct cx *cx, const struct person_form *form, int status);

#endif
