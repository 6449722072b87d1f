/* stock.c - people and ready-made requests for the bench (cast.h).
 *
 *	stock rows FIRST COUNT DIR	account.tsv, person.tsv, session.tsv
 *	stock book FIRST COUNT SLOT PER SLOTS	the last button of booking
 *	stock signin FIRST COUNT	signing in
 *	stock get ACCOUNT PATH		a page, as the account; 0: as nobody
 *	stock staff ID PATH		a page, as staff
 *	stock session ID		its row for the table of sessions
 *
 * Runs with ANTREAN_CONF of the installation.  Requests go to standard output.
 * With `-1` in front each order has one person.  The id of an order's slot is
 * SLOT plus what cast_slot() returns for the order's number, 0..COUNT-1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/core/endpoint.h"
#include "app/who/auth.h"
#include "app/who/form_token.h"
#include "app/who/signed.h"
#include "base/bytes.h"
#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "cast.h"
#include "public/booking/booking.h"

#define PASSWORD "kuda laut biru"

/* The signed cookie of a session, as app/who/auth.h describes it. */
struct cookie {
	unsigned char secret[16];
	int64_t id, issued;
};

struct stock {
	struct conf conf;
	struct cast cast;
	struct arena arena;
	int64_t now;
	const char *host;
};

static void
put_hex(FILE *out, const void *p, size_t n)
{
	const unsigned char *b = p;

	for (size_t i = 0; i < n; i++)
		fprintf(out, "%02X", b[i]);
}

/* The context of a request that the account (0: nobody) sends to PROGRAM. */
static struct cx *
context(struct stock *s, const char *program, int64_t account)
{
	struct endpoint *ep = ARENA_NEW(&s->arena, struct endpoint);
	struct app *app = ARENA_NEW(&s->arena, struct app);
	struct cx *cx = ARENA_NEW(&s->arena, struct cx);

	ep->name = program;
	app->keys = s->cast.keys;
	app->endpoint = ep;
	*cx = (struct cx){.arena = &s->arena, .app = app, .now = s->now};
	cx->who.account_id = account;
	if (account != 0)
		cast_secret(
		    &s->cast, "cookie-applicant", account, cx->who.secret);
	return cx;
}

static const char *
cookie(struct stock *s, const char *use, int64_t id)
{
	struct cookie c = {.id = id, .issued = s->now};
	struct cx *cx = context(s, "", 0);

	if (strcmp(use, "cookie-staff") == 0)
		cx->app->keys = s->cast.staff;
	cast_secret(&s->cast, use, id, c.secret);
	return signed_make(cx, use, &c, sizeof(c), NULL, 0);
}

static void
session_id(struct stock *s, const char *use, int64_t id, FILE *out)
{
	unsigned char secret[CRYPT_MAC_SIZE], hash[CRYPT_HASH_SIZE];
	const struct crypt_part part = {secret, sizeof(secret)};

	cast_secret(&s->cast, use, id, secret);
	crypt_hash(&part, 1, hash);
	put_hex(out, hash, sizeof(hash));
}

static FILE *
table(const char *dir, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s.tsv", dir, name);
	f = fopen(path, "we");
	if (f == NULL) {
		fprintf(stderr, "stock: %s cannot be written\n", path);
		exit(1);
	}
	return f;
}

static void
put_person(FILE *f, int64_t account, const struct person *p)
{
	char birth[DAY_ISO_SIZE];

	day_iso(p->birth, birth);
	fprintf(f, "%lld\t%lld\t%d\t%s\t%s\t%c\t", (long long)p->id,
	    (long long)account, p->member_no, p->name, birth, p->sex);
	put_hex(f, p->nik_hash, CRYPT_HASH_SIZE);
	fprintf(f, "\t%d\t", p->nik_key);
	put_hex(f, p->nik_sealed, NIK_SEALED_SIZE);
	fprintf(f, "\t%s\t%u\n", p->nik_mask, p->nik_flags);
}

static int
rows(struct stock *s, int64_t first, int64_t count, const char *dir)
{
	FILE *account = table(dir, "account"), *person = table(dir, "person");
	FILE *session = table(dir, "session");
	char password[CRYPT_PASSWORD_SIZE];
	int bad;

	if (crypt_password(PASSWORD, password) != OK)
		return 1;
	for (int64_t i = 0; i < count; i++) {
		long long n = first + i;

		fprintf(
		    account, "%lld\tbench%lld@contoh.id\t%s\n", n, n, password);
		for (int k = 0; k < cast_party(&s->cast, i); k++) {
			struct person p =
			    cast_person(&s->cast, &s->arena, n, k);

			put_person(person, n, &p);
		}
		session_id(s, "cookie-applicant", n, session);
		fprintf(session, "\t%lld\n", n);
		arena_reset(&s->arena);
	}
	bad = fclose(account) != 0;
	bad |= fclose(person) != 0;
	bad |= fclose(session) != 0;
	return bad;
}

static void
post(struct stock *s, const char *path, const char *cookie, const char *form)
{
	printf("POST /%s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\n"
	       "%s%s%sContent-Type: application/x-www-form-urlencoded\r\n"
	       "Content-Length: %zu\r\n\r\n%s",
	    path, s->host, s->host,
	    *cookie == '\0' ? "" : "Cookie: antrean=", cookie,
	    *cookie == '\0' ? "" : "\r\n", strlen(form), form);
}

/* What the review page sends when its button is pressed. */
static void
book_one(struct stock *s, int64_t account, int party, int64_t slot)
{
	unsigned char once[CRYPT_MAC_SIZE];
	char once_text[BYTES_B64URL_SIZE(sizeof(once))];
	struct cx *cx = context(s, "booking", account);
	struct plan p = {.persons = party};
	const char *form;

	for (int k = 0; k < party; k++)
		p.person[k] = cast_person(&s->cast, &s->arena, account, k);
	cast_secret(&s->cast, "once", account, once);
	bytes_b64url(once, sizeof(once), once_text);
	form = arena_printf(&s->arena,
	    "token=%s&step=confirm&once=%s&n=%d&cards=%s&slot=%lld",
	    form_token(cx), once_text, party, cards_make(cx, &p),
	    (long long)slot);
	for (int k = 0; k < party; k++)
		form = arena_printf(&s->arena,
		    "%s&who-%d=%lld&kind-%d=baru&year-%d=", form, k,
		    (long long)cast_person_id(account, k), k, k);
	form = arena_printf(&s->arena, "%s&declare=1", form);
	post(s, "booking", cookie(s, "cookie-applicant", account), form);
}

static int
book(struct stock *s, int64_t first, int64_t count, char **more)
{
	int64_t slot = strtoll(more[0], NULL, 10);
	int64_t per = strtoll(more[1], NULL, 10);
	int64_t slots = strtoll(more[2], NULL, 10);

	for (int64_t i = 0; i < count; i++) {
		book_one(s, first + i, cast_party(&s->cast, i),
		    slot + cast_slot(&s->cast, i, per, slots));
		arena_reset(&s->arena);
	}
	return 0;
}

static int
sign_in(struct stock *s, int64_t first, int64_t count)
{
	for (int64_t i = 0; i < count; i++) {
		post(s, "session", "",
		    arena_printf(&s->arena,
			"token=%s&step=in&next=&email=bench%lld%%40contoh.id"
			"&password=kuda+laut+biru",
			form_token(context(s, "session", 0)),
			(long long)(first + i)));
		arena_reset(&s->arena);
	}
	return 0;
}

static int
get(struct stock *s, const char *name, const char *use, int64_t id,
    const char *path)
{
	printf("GET /%s HTTP/1.1\r\nHost: %s\r\n", path, s->host);
	if (id != 0)
		printf("Cookie: %s=%s\r\n", name, cookie(s, use, id));
	printf("\r\n");
	return 0;
}

static int
act(struct stock *s, int n, char **arg)
{
	int64_t first = n > 1 ? strtoll(arg[1], NULL, 10) : 0;
	int64_t count = n > 2 ? strtoll(arg[2], NULL, 10) : 0;

	if (n == 4 && strcmp(arg[0], "rows") == 0)
		return rows(s, first, count, arg[3]);
	if (n == 6 && strcmp(arg[0], "book") == 0)
		return book(s, first, count, arg + 3);
	if (n == 3 && strcmp(arg[0], "signin") == 0)
		return sign_in(s, first, count);
	if (n == 3 && strcmp(arg[0], "get") == 0)
		return get(s, "antrean", "cookie-applicant", first, arg[2]);
	if (n == 3 && strcmp(arg[0], "staff") == 0)
		return get(s, "antrean-staff", "cookie-staff", first, arg[2]);
	if (n == 2 && strcmp(arg[0], "session") == 0) {
		session_id(s, "cookie-staff", first, stdout);
		return puts("") == EOF;
	}
	fputs("stock rows|book|signin|get|staff|session ...\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static struct stock s;
	int status;

	log_open("stock", LOG_INFO);
	arena_init(&s.arena, 1 << 20);
	if (conf_load(&s.conf, NULL) != OK ||
	    cast_open(&s.cast, s.conf.keys_dir) != OK)
		return 1;
	s.now = day_now();
	s.host = s.conf.base_origin + strcspn(s.conf.base_origin, ":") + 3;
	if (argc > 1 && strcmp(argv[1], "-1") == 0) {
		s.cast.single = true;
		argc--;
		argv++;
	}
	status = act(&s, argc - 1, argv + 1);
	arena_free(&s.arena);
	conf_free(&s.conf);
	return fflush(stdout) == 0 ? status : 1;
}
