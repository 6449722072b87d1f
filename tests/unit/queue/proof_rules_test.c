/* proof_rules_test.c - the QR payload of a proof, and documents to bring. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

#include "base/day.h"
#include "queue/people/keys.h"
#include "queue/visit/code.h"
#include "queue/visit/documents.h"
#include "queue/visit/qr_payload.h"

static struct crypt_keys keys;

static int
make_keys(void **state)
{
	static char dir[] = "/tmp/antrean-stamp.XXXXXX";

	*state = dir;
	return mkdtemp(dir) == NULL || keys_make(dir) != OK ||
	       keys_load(&keys, dir, KEY_SIGN | KEY_VERIFY) != OK;
}

static int
drop_keys(void **state)
{
	static const char *const names[] = {"mac.key", "staff.key", "nik.key",
	    "nik.pub", "nik.sec", "sign.key", "sign.pub"};
	char path[128];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", (char *)*state, names[i]);
		unlink(path);
	}
	return rmdir(*state);
}

static struct booking
sample(void)
{
	struct booking b = {.party = 3};

	code_new(b.code);
	b.office.id = 17;
	b.slot.day = day_of(2026, 12, 22);
	b.slot.start = 8 * 60;
	return b;
}

static void
a_stamp_says_what_it_was_made_of(void **state)
{
	struct booking b = sample();
	char text[QR_PAYLOAD_SIZE], typed[QR_PAYLOAD_SIZE + 4];
	struct qr_payload s;

	(void)state;
	qr_payload_make(&keys, &b, text);
	assert_true(strlen(text) < QR_PAYLOAD_SIZE - 1);
	assert_int_equal(strspn(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"),
	    strlen(text));
	assert_int_equal(qr_payload_read(keys.sign_public, text, &s), OK);
	assert_string_equal(s.code, b.code);
	assert_int_equal(s.office_id, 17);
	assert_int_equal(s.day, b.slot.day);
	assert_int_equal(s.start, 480);
	assert_int_equal(s.party, 3);
	snprintf(typed, sizeof(typed), " %s\r\n", text);
	for (char *p = typed; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 32);
	assert_int_equal(qr_payload_read(keys.sign_public, typed, &s), OK);
}

static void
a_changed_stamp_is_not_ours(void **state)
{
	struct booking b = sample();
	char text[QR_PAYLOAD_SIZE];
	struct qr_payload s;
	size_t n;

	(void)state;
	qr_payload_make(&keys, &b, text);
	n = strlen(text);
	for (size_t i = 0; i < n; i++) {
		char was = text[i];

		text[i] = was == '2' ? '3' : '2';
		assert_int_not_equal(
		    qr_payload_read(keys.sign_public, text, &s), OK);
		text[i] = was;
	}
	assert_int_equal(qr_payload_read(keys.sign_public, text, &s), OK);
}

static void
other_text_is_no_stamp(void **state)
{
	static const char *const texts[] = {"", "A1", "7K3M-9QXA-C",
	    "A1-7K3M9QXAC-17-2612220800-3", "A1------", "-----",
	    "A2-7K3M9QXAC-17-2612220800-3-0", "https://contoh.id/"};
	struct qr_payload s;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_equal(
		    qr_payload_read(keys.sign_public, texts[i], &s), ERR_INPUT);
}

/* The documents for a person born in YEAR who visits on 1 December 2026. */
static const char *
papers(int year, const char *service, int old_year, bool abroad)
{
	static char list[256];
	const char *key[DOCUMENTS_MAX];
	struct applicant a = {
	    .service = service, .old_year = old_year, .old_abroad = abroad};
	int n;

	a.person.birth = day_of(year, 12, 1);
	n = documents_list(&a, day_of(2026, 12, 1), key);
	assert_true(n <= DOCUMENTS_MAX);
	list[0] = '\0';
	for (int i = 0; i < n; i++)
		snprintf(list + strlen(list), sizeof(list) - strlen(list),
		    "%s%s", i == 0 ? "" : " ", strchr(key[i], '.') + 1);
	return list;
}

static void
papers_follow_age_kind_and_old_passport(void **state)
{
	(void)state;
	assert_string_equal(
	    papers(1990, "baru", 0, false), "ektp kk birth_proof");
	assert_string_equal(
	    papers(1990, "habis", 2019, false), "ektp old_passport");
	assert_string_equal(
	    papers(1990, "penuh", 2010, false), "ektp old_passport");
	assert_string_equal(papers(1990, "habis", 2009, false),
	    "ektp kk birth_proof old_passport");
	assert_string_equal(papers(1990, "habis", 0, false),
	    "ektp kk birth_proof old_passport");
	assert_string_equal(papers(1990, "habis", 2019, true),
	    "ektp kk birth_proof old_passport");
	assert_string_equal(
	    papers(2009, "baru", 0, false), "ektp kk birth_proof");
	assert_string_equal(papers(2010, "baru", 0, false),
	    "parents_ektp kk birth_certificate parents_marriage"
	    " parents_passport parents_statement both_parents");
	assert_string_equal(papers(2010, "habis", 2021, false),
	    "parents_ektp kk birth_certificate parents_marriage"
	    " parents_passport old_passport parents_statement both_parents");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_stamp_says_what_it_was_made_of),
	    cmocka_unit_test(a_changed_stamp_is_not_ours),
	    cmocka_unit_test(other_text_is_no_stamp),
	    cmocka_unit_test(papers_follow_age_kind_and_old_passport),
	};

	if (crypt_start() != OK)
		return 1;
	return cmocka_run_group_tests_name(
	    "proof rules", tests, make_keys, drop_keys);
}
