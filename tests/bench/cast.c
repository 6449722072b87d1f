/* cast.c - the invented people of the bench. */
#include "cast.h"

#include <stdio.h>

#include "base/day.h"
#include "queue/people/nik.h"

enum err
cast_open(struct cast *c, const char *keys_dir)
{
	enum err e = crypt_start();

	if (e == OK)
		e = keys_load(&c->keys, keys_dir, KEY_MAC | KEY_NIK | KEY_SEAL);
	if (e == OK)
		e = keys_load(&c->staff, keys_dir, KEY_STAFF);
	if (e == OK)
		keys_nik_seal(&c->keys, "3174010101909001", c->sealed);
	return e;
}

int
cast_party(const struct cast *c, int64_t n)
{
	return c->single ? 1 : 1 + (int)(n % 5);
}

int64_t
cast_before(const struct cast *c, int64_t n)
{
	int64_t rest = n % 5;

	return c->single ? n : n / 5 * 15 + rest * (rest + 1) / 2;
}

int64_t
cast_person_id(int64_t n, int member)
{
	return n * PERSON_MAX + member + 1;
}

/* Serials 9xxx belong to nobody.  The other digits are made from the number and
 * differ for the first 45 million people. */
struct person
cast_person(const struct cast *c, struct arena *a, int64_t n, int member)
{
	uint64_t k = (uint64_t)cast_person_id(n, member);
	unsigned serial = 9001 + (unsigned)(k % 999), mday, month, year;
	struct person p = {.member_no = member, .name = "Warga Contoh"};
	unsigned char *hash = arena_alloc(a, CRYPT_HASH_SIZE);
	char *mask = arena_alloc(a, NIK_MASK_SIZE);
	char nik[48];

	k /= 999;
	mday = 1 + (unsigned)(k % 28);
	month = 1 + (unsigned)(k / 28 % 12);
	year = 60 + (unsigned)(k / 336 % 40);
	p.id = cast_person_id(n, member);
	p.birth = day_of(1900 + (int)year, (int)month, (int)mday);
	p.sex = 'l';
	snprintf(nik, sizeof(nik), "3174%02u%02u%02u%02u%04u",
	    1 + (unsigned)(k / 13440 % 10), mday, month, year, serial);
	keys_nik_hash(&c->keys, nik, hash);
	nik_mask(nik, mask);
	p.nik_hash = hash;
	p.nik_mask = mask;
	p.nik_key = NIK_KEY_ID;
	p.nik_sealed = c->sealed;
	return p;
}

void
cast_secret(const struct cast *c, const char *use, int64_t n,
    unsigned char out[CRYPT_MAC_SIZE])
{
	const struct crypt_part part = {&n, sizeof(n)};

	crypt_mac(&c->keys, use, &part, 1, out);
}

int64_t
cast_slot(const struct cast *c, int64_t n, int64_t per, int64_t slots)
{
	return per > 0 ? cast_before(c, n) / per % slots : n % slots;
}
