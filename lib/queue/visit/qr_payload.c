/* qr_payload.c - the signed text in the QR code of a proof. */
#include "queue/visit/qr_payload.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "base/day.h"

#define PARTS 6

_Static_assert(PARTY_MAX <= 9, "a party is one digit of the payload");

void
qr_payload_make(const struct crypt_keys *keys, const struct booking *b,
    char out[QR_PAYLOAD_SIZE])
{
	struct day_date d = day_date(b->slot.day);
	unsigned char sig[CRYPT_SIGNATURE_SIZE];
	int n;

	n = snprintf(out, QR_PAYLOAD_SIZE, "A1-%s-%lld-%02d%02d%02d%02d%02d-%d",
	    b->code, (long long)b->office.id, d.year % 100, d.month, d.mday,
	    b->slot.start / 60, b->slot.start % 60, b->party);
	crypt_sign(keys, out, (size_t)n, sig);
	out[n++] = '-';
	bytes_b32(sig, sizeof(sig), out + n);
}

/* Copies TEXT to OUT in upper case, without blanks at its ends; false if it is
 * too long. */
static bool
clean(const char *text, char out[QR_PAYLOAD_SIZE])
{
	size_t n;

	while (isspace((unsigned char)*text))
		text++;
	n = strlen(text);
	while (n > 0 && isspace((unsigned char)text[n - 1]))
		n--;
	if (n >= QR_PAYLOAD_SIZE)
		return false;
	for (size_t i = 0; i < n; i++)
		out[i] = (char)toupper((unsigned char)text[i]);
	out[n] = '\0';
	return true;
}

/* The value of the N decimal digits at S; -1 if one of these N characters is no
 * digit. */
static int64_t
digits(const char *s, size_t n)
{
	int64_t v = 0;

	if (n == 0 || n > 12)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

static bool
fill(char *const part[PARTS], struct qr_payload *s)
{
	int64_t when = digits(part[3], strlen(part[3]));
	int64_t day = when / 10000, party = digits(part[4], strlen(part[4]));

	s->office_id = digits(part[2], strlen(part[2]));
	if (strcmp(part[0], "A1") != 0 || strlen(part[3]) != 10 || when < 0 ||
	    s->office_id < 1 || party < 1 || party > PARTY_MAX ||
	    !code_read(part[1], s->code))
		return false;
	s->day = day_of((int)(2000 + day / 10000), (int)(day / 100 % 100),
	    (int)(day % 100));
	s->start = (int)(when / 100 % 100 * 60 + when % 100);
	s->party = (int)party;
	return s->day != DAY_NONE && s->start < 24 * 60;
}

enum err
qr_payload_read(const unsigned char sign_public[32], const char *text,
    struct qr_payload *out)
{
	char buf[QR_PAYLOAD_SIZE], *part[PARTS], *dash;
	unsigned char sig[CRYPT_SIGNATURE_SIZE];
	struct qr_payload s;
	size_t covered;
	int n = 1;

	if (!clean(text, buf))
		return ERR_INPUT;
	part[0] = buf;
	for (dash = strchr(buf, '-'); dash != NULL && n < PARTS;
	     dash = strchr(dash, '-')) {
		*dash++ = '\0';
		part[n++] = dash;
	}
	if (n != PARTS || !bytes_b32_read(part[5], sig, sizeof(sig)) ||
	    !fill(part, &s))
		return ERR_INPUT;
	covered = (size_t)(part[5] - buf) - 1;
	for (int i = 1; i < PARTS - 1; i++)
		part[i][-1] = '-';
	if (!crypt_sign_ok(sign_public, buf, covered, sig))
		return ERR_FORBIDDEN;
	*out = s;
	return OK;
}
