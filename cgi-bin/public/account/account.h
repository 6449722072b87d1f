/* account.h - the program of accounts: what its files share. */
#ifndef PUBLIC_ACCOUNT_ACCOUNT_H
#define PUBLIC_ACCOUNT_ACCOUNT_H

#include "app/core/cx.h"
#include "app/form/person_form.h"
#include "app/form/register.h"

/* Its fields, behind those of app/form/register.h. */
enum {
	F_STEP = REGISTER_FIELDS,
	F_NEXT,
	F_PERSON,
	F_DONE,
	F_FIELDS
};

/* The form that makes an account. */
MUST_USE enum err register_show(
    struct cx *cx, const struct person_form *form, int status);

/* Data and people of the account that is signed in, and what was just done. */
MUST_USE enum err account_show(
    struct cx *cx, const struct person_form *form, int status);

#endif
