/* order.c - makes orders of new accounts for new people. */
#include "order.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/crypt.h"
#include "base/day.h"
#include "queue/people/account.h"
#include "queue/people/keys.h"
#include "queue/people/nik.h"

struct arena arena;
struct conf conf;
struct db *db;

static struct crypt_keys keys;
static int serial = 1;

void
must(enum err e, const char *what)
{
	if (e == OK)
		return;
	printf("Bail out! %s: %s\n", what, err_name(e));
	exit(1);
}

/* A new person: 1 January 1990, man, the next serial 9xxx. */
static struct person
person_new(void)
{
	struct person p = {.name = "Budi", .birth = day_of(1990, 1, 1)};
	unsigned char hash[CRYPT_HASH_SIZE];
	char nik[NIK_SIZE];

	snprintf(nik, sizeof(nik), "31740%u010190%04u",
	    (unsigned)serial / 1000 % 10, 9000 + (unsigned)serial % 1000);
	serial++;
	p.sex = 'l';
	keys_nik_hash(&keys, nik, hash);
	person_set_nik(&p, &arena, &keys, nik, hash);
	return p;
}

int64_t
account_new(void)
{
	struct account a = {
	    .phone = "", .lang = "id", .notice_version = "t", .password = "-"};
	struct person holder = person_new();

	a.email = arena_printf(&arena, "p%d@contoh.id", serial);
	must(account_make(
		 db, &arena, &(struct actor){.now = day_now()}, &a, &holder),
	    "account");
	return a.id;
}

/* Makes an account and an order of it for N new people. */
struct booking
order_new(struct booking_order *o, int64_t slot, int n)
{
	struct booking b = {.slot_id = slot, .party = n, .lang = "id"};
	struct slot s;
	struct office office;

	must(slot_find(db, &arena, slot, n, day_now(), &s, &office), "slot");
	*o = (struct booking_order){.channel = CHANNEL_WEB,
	    .declared = "t",
	    .live_per_account = 5,
	    .office_id = office.id};
	crypt_random(o->once, sizeof(o->once));
	b.account_id = account_new();
	for (int i = 0; i < n; i++) {
		b.applicant[i].person = person_new();
		b.applicant[i].service = "baru";
		b.applicant[i].service_id = 1;
	}
	return b;
}

struct actor
order_actor(const struct booking *b, int64_t now)
{
	return (struct actor){
	    .kind = ACTOR_ACCOUNT, .id = b->account_id, .now = now};
}

void
order_start(void)
{
	arena_init(&arena, 1 << 20);
	must(crypt_start(), "crypt");
	must(conf_load(&conf, NULL), "conf");
	must(keys_load(&keys, conf.keys_dir, KEY_NIK | KEY_SEAL), "keys");
	db = db_new(&arena, &conf);
}
