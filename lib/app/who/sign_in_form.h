/* sign_in_form.h - the form of the two programs where people sign in and out.
 *
 * `session` is for applicants and `signin` for staff.  Each has the fields of
 * SIGN_IN_FORM, adds SIGN_IN_NAME, and has a function that finds the account or
 * member of staff by name; everything else is here.  An unknown name takes as
 * long and gives the same answer as a wrong password.  Wrong passwords are
 * counted by name and by network address (parameters signin_tries,
 * signin_address).
 *
 * Such a program must have password_start (app/who/password.h) in its `.start`,
 * and must name in `.home` the program where people go after signing in.
 */
#ifndef APP_WHO_SIGN_IN_FORM_H
#define APP_WHO_SIGN_IN_FORM_H

#include "app/core/endpoint.h"
#include "app/who/pending.h"

enum {
	SIGN_IN_STEP,
	SIGN_IN_NEXT,
	SIGN_IN_WAITING,
	SIGN_IN_NAME,
	SIGN_IN_PASSWORD,
	SIGN_IN_DONE,
	SIGN_IN_FIELDS
};
#define SIGN_IN_FORM                                                           \
	[SIGN_IN_STEP] = {.name = "step",                                      \
	    .kind = FIELD_WORD,                                                \
	    .high = 8,                                                         \
	    .hidden = true},                                                   \
	[SIGN_IN_NEXT] = {.name = "next",                                      \
	    .kind = FIELD_LINE,                                                \
	    .high = 512,                                                       \
	    .hidden = true},                                                   \
	[SIGN_IN_WAITING] = {.name = "form",                                   \
	    .kind = FIELD_TOKEN,                                               \
	    .high = PENDING_TEXT,                                              \
	    .hidden = true},                                                   \
	[SIGN_IN_PASSWORD] = {.name = "password",                              \
	    .kind = FIELD_SECRET,                                              \
	    .high = 256,                                                       \
	    .required = "in"},                                                 \
	[SIGN_IN_DONE] = {                                                     \
	    .name = "done", .kind = FIELD_WORD, .high = 8, .hidden = true}

/* The account or member of staff that has a name. */
struct sign_in_bearer {
	const char *password;      /* argon2id string; NULL: cannot sign in */
	int64_t account_id;        /* of an applicant, else 0 */
	const struct staff *staff; /* NULL if it is an account; its id is 0 if
	                            * no member of staff has the name */
};

/* Finds the account or member of staff NAME and fills *B, which the caller has
 * set to zeros.  Returns OK also if nobody has the name. */
typedef enum err sign_in_find(
    struct cx *cx, const char *name, struct sign_in_bearer *b);

/* For the endpoint's `.show`. */
MUST_USE enum err sign_in_show(struct cx *cx, int status);

/* For the endpoint's `.post`: signs in, or signs out if `step` is "out". */
MUST_USE enum err sign_in_post(struct cx *cx, sign_in_find *find);

#endif
