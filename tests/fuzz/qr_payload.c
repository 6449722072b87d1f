/* qr_payload.c - fuzzes the payload that a scanner reads from a proof, unsigned
 * and with a valid signature. */
#include "queue/visit/qr_payload.h"
#include "queue/visit/code.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "fuzz.h"
#include "queue/people/keys.h"

static struct crypt_keys keys;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	HOLDS(keys_make(".") == OK);
	HOLDS(keys_load(&keys, ".", KEY_SIGN | KEY_VERIFY) == OK);
	return 0;
}

static void
stamp_holds(const struct qr_payload *s)
{
	HOLDS(strlen(s->code) == CODE_SIZE - 1);
	HOLDS(s->office_id >= 1);
	HOLDS(s->start >= 0 && s->start < 24 * 60);
	HOLDS(s->party >= 1 && s->party <= PARTY_MAX);
}

/* A payload made from what was read equals the input. */
static void
round_trip(const struct qr_payload *s)
{
	struct booking b = {.party = s->party};
	char text[QR_PAYLOAD_SIZE];
	struct qr_payload again;

	memcpy(b.code, s->code, sizeof(b.code));
	b.office.id = s->office_id;
	b.slot.day = s->day;
	b.slot.start = s->start;
	qr_payload_make(&keys, &b, text);
	HOLDS(strlen(text) < QR_PAYLOAD_SIZE);
	HOLDS(qr_payload_read(keys.sign_public, text, &again) == OK);
	HOLDS(strcmp(again.code, s->code) == 0);
	HOLDS(again.office_id == s->office_id && again.day == s->day);
	HOLDS(again.start == s->start && again.party == s->party);
	/* the signature must not fit one person more */
	text[strlen(text) - 105] = (char)('1' + s->party % PARTY_MAX);
	HOLDS(qr_payload_read(keys.sign_public, text, &again) == ERR_FORBIDDEN);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned char sig[CRYPT_SIGNATURE_SIZE];
	char b32[BYTES_B32_SIZE(CRYPT_SIGNATURE_SIZE)], *text;
	struct qr_payload s;
	struct arena a;

	arena_init(&a, 4096);
	text = fuzz_text(&a, data, size);
	if (qr_payload_read(keys.sign_public, text, &s) == OK)
		stamp_holds(&s);
	for (char *p = text; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	crypt_sign(&keys, text, strlen(text), sig);
	bytes_b32(sig, sizeof(sig), b32);
	text = arena_printf(&a, "%s-%s", text, b32);
	if (qr_payload_read(keys.sign_public, text, &s) == OK) {
		stamp_holds(&s);
		round_trip(&s);
	}
	arena_free(&a);
	return 0;
}
