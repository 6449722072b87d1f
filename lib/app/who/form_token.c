/* form_token.c - proves that a form came from a page of ours. */
#include "app/who/form_token.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"

struct form_token {
	int64_t made;
	unsigned char nonce[8];
};
_Static_assert(sizeof(struct form_token) == 16, "no padding");

/* Sets the parts of data that a token belongs to: the session and the
 * program. */
static void
token_parts(
    const char *program, const struct who *who, struct crypt_part with[2])
{
	with[0] = (struct crypt_part){who->secret, sizeof(who->secret)};
	with[1] = (struct crypt_part){program, strlen(program)};
}

const char *
form_token(struct cx *cx)
{
	return form_token_for(cx, cx->app->endpoint->name);
}

const char *
form_token_for(struct cx *cx, const char *program)
{
	struct form_token t = {.made = cx->now};
	struct crypt_part with[2];

	crypt_random(t.nonce, sizeof(t.nonce));
	token_parts(program, &cx->who, with);
	return signed_make(cx, "form", &t, sizeof(t), with, 2);
}

/* The token in TEXT if it was made for this program and WHO; else NULL. */
static const struct form_token *
token_read(const struct cx *cx, const struct who *who, const char *text)
{
	struct crypt_part with[2];
	const struct form_token *t;
	size_t n;

	token_parts(cx->app->endpoint->name, who, with);
	t = signed_read(cx, "form", text, &n, with, 2);
	return t != NULL && n == sizeof(*t) ? t : NULL;
}

enum err
form_token_check(struct cx *cx, const char *token)
{
	static const struct who nobody;
	const struct form_token *t = token_read(cx, &cx->who, token);

	if (t == NULL)
		return token_read(cx, &nobody, token) != NULL ? ERR_LOGIN
		                                              : ERR_FORBIDDEN;
	return t->made + FORM_TOKEN_AGE < cx->now ? ERR_LAPSED : OK;
}
