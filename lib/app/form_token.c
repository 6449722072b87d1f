/* form_token.c - proof that a form came from our page. */
#include "app/form_token.h"

#include <string.h>

#include "app/cx.h"
#include "app/endpoint.h"
#include "base/token.h"

struct form_token {
	int64_t made;
	unsigned char nonce[8];
	unsigned char mac[CRYPT_MAC_SIZE];
};
_Static_assert(sizeof(struct form_token) == 32, "no padding");

/* What the MAC covers: the token's head, the session and the program. */
static void
parts(const char *name, const struct who *who, const struct form_token *t,
    struct crypt_part part[3])
{
	part[0] = (struct crypt_part){t, offsetof(struct form_token, mac)};
	part[1] = (struct crypt_part){who->secret, sizeof(who->secret)};
	part[2] = (struct crypt_part){name, strlen(name)};
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
	struct crypt_part part[3];
	char *text = arena_alloc(cx->arena, TOKEN_B64_SIZE(sizeof(t)));

	crypt_random(t.nonce, sizeof(t.nonce));
	parts(program, &cx->who, &t, part);
	crypt_mac(&cx->app->keys, "form", part, 3, t.mac);
	token_b64(&t, sizeof(t), text);
	return text;
}

static bool
made_for(const struct cx *cx, const struct who *who, const struct form_token *t)
{
	struct crypt_part part[3];

	parts(cx->app->endpoint->name, who, t, part);
	return crypt_mac_ok(&cx->app->keys, "form", part, 3, t->mac);
}

enum err
form_token_check(struct cx *cx, const char *token)
{
	static const struct who nobody;
	struct form_token t;

	if (!token_b64_read(token, &t, sizeof(t)))
		return ERR_FORBIDDEN;
	if (!made_for(cx, &cx->who, &t))
		return made_for(cx, &nobody, &t) ? ERR_LOGIN : ERR_FORBIDDEN;
	return t.made + FORM_TOKEN_AGE < cx->now ? ERR_LAPSED : OK;
}
