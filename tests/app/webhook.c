/* webhook.c - a program that takes signed bytes (tests/http/raw.t): the header
 * is sha256= and the HMAC of the body in hexadecimal digits. */
#include <sodium.h>
#include <string.h>

#include "app/core/endpoint.h"

#define PREFIX "sha256="

static enum err
verify(struct cx *cx)
{
	static const unsigned char key[] = "a key of the tests";
	const char *said = cx->req->signature;
	unsigned char mac[crypto_auth_hmacsha256_BYTES], got[sizeof(mac)];
	crypto_auth_hmacsha256_state state;
	size_t len;

	if (strncmp(said, PREFIX, strlen(PREFIX)) != 0 ||
	    sodium_hex2bin(got, sizeof(got), said + strlen(PREFIX),
		strlen(said) - strlen(PREFIX), NULL, &len, NULL) != 0 ||
	    len != sizeof(got))
		return ERR_FORBIDDEN;
	crypto_auth_hmacsha256_init(&state, key, sizeof(key) - 1);
	crypto_auth_hmacsha256_update(
	    &state, (const unsigned char *)cx->req->body, cx->req->body_len);
	crypto_auth_hmacsha256_final(&state, mac);
	return sodium_memcmp(mac, got, sizeof(mac)) == 0 ? OK : ERR_FORBIDDEN;
}

static enum err
post(struct cx *cx)
{
	return reply_document(cx->reply, "application/octet-stream", "",
	    cx->req->body, cx->req->body_len);
}

static const struct limit limits[] = {
    {"webhook", LIMIT_NAME, PARAMETER_COUNT, 5, 60},
    {0},
};

static const struct endpoint webhook = {
    .name = "home",
    .methods = METHOD_POST,
    .role = ROLE_PUBLIC,
    .body = BODY_RAW,
    .form_max = 1000,
    .verify = verify,
    .limit = limits,
    .post = post,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&webhook, argc, argv);
}
