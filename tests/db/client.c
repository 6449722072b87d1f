/* client.c - known faults of the client library, and a server that dies.
 *
 *	client SOCKET DATABASE
 *
 * Prints TAP for client.t, which starts the server.  A line on standard output
 * makes client.t end, start or stop the server and answer with a line on
 * standard input. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "db/db_private.h"

static struct {
	struct arena arena;
	struct conf conf;
	struct db *db;
	int tested;
	bool bad;
} t;

static void
check(bool good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++t.tested, name);
	fflush(stdout);
	t.bad |= !good;
}

/* Asks client.t to do something to the server, and waits for its answer. */
static void
ask(const char *what)
{
	char line[64];

	printf("# please %s\n", what);
	fflush(stdout);
	if (fgets(line, sizeof(line), stdin) == NULL)
		exit(1);
}

static void
pause_ms(long ms)
{
	nanosleep(
	    &(const struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static const struct db_query echo_all = {
    .name = "test_echo",
    .sql = "SELECT i, s, b, d, t, f FROM trap WHERE id = ?",
    .in = "i",
    .out = "isbdtf",
};
static const struct db_query put_all = {
    .name = "test_put",
    .sql = "INSERT INTO trap (i, s, b, d, t, f) VALUES (?, ?, ?, ?, ?, ?)",
    .in = "isbdtf",
};
static const struct db_query put_key = {
    .name = "test_key",
    .sql = "INSERT INTO trap_key (word, parent) VALUES (?, ?)",
    .in = "si",
};
static const struct db_query drop_parent = {
    .name = "test_parent_drop",
    .sql = "DELETE FROM trap WHERE id = ?",
    .in = "i",
};
static const struct db_query count_keys = {
    .name = "test_count",
    .sql = "SELECT COUNT(*), SUM(id) FROM trap_key",
    .in = "",
    .out = "ii",
};
static const struct db_query big = {
    .name = "test_big",
    .sql = "SELECT u FROM trap_big",
    .in = "",
    .out = "i",
};
static const struct db_query update_key = {
    .name = "test_update",
    .sql = "UPDATE trap_key SET word = ? WHERE word = ?",
    .in = "ss",
};

static const struct db_value *
put_and_get(const struct db_value *in)
{
	const struct db_value *row;
	int64_t id;

	if (db_run(t.db, &put_all, in, 6, NULL) != OK)
		return NULL;
	id = db_last_id(t.db);
	if (db_one(t.db, &t.arena, &echo_all, DB_IN(db_int(id)), &row) != OK)
		return NULL;
	return row;
}

static void
values_come_back(void)
{
	const unsigned char bytes[] = {0, 1, 0, 255};
	const struct db_value in[] = {
	    db_int(INT64_MIN),
	    db_text("K\u00f6\U0001f6c2 'x'"),
	    db_bytes(bytes, sizeof(bytes)),
	    db_int(day_of(2024, 2, 29)),
	    db_int(1795324541),
	    db_real(-6.175392),
	};
	const struct db_value *row = put_and_get(in);

	check(row != NULL && row[0].i == INT64_MIN, "the least integer");
	check(row != NULL && strcmp(row[1].s, in[1].s) == 0, "text of 4 bytes");
	check(row != NULL && row[2].len == 4 &&
		  memcmp(row[2].s, bytes, 4) == 0 && row[2].s[4] == '\0',
	    "bytes with a zero");
	check(row != NULL && row[3].i == in[3].i, "a leap day");
	check(row != NULL && row[4].i == in[4].i, "an instant");
	check(row != NULL && fabs(row[5].f - in[5].f) < 1e-12, "a real number");
}

static void
edges_come_back(void)
{
	const struct db_value in[] = {
	    db_int(INT64_MAX),
	    db_text(""),
	    db_bytes("", 0),
	    db_int(day_of(9999, 12, 31)),
	    db_int(-1),
	    db_real(1e300),
	};
	const struct db_value nulls[] = {db_null(), db_text(NULL),
	    db_bytes(NULL, 0), db_null(), db_null(), db_null()};
	const struct db_value *row = put_and_get(in);
	bool all = true;

	check(row != NULL && row[0].i == INT64_MAX && !row[1].null &&
		  row[1].len == 0 && row[1].s[0] == '\0' && row[2].len == 0,
	    "the greatest integer and empty text");
	check(row != NULL && row[3].i == in[3].i && row[4].i == -1 &&
		  row[5].f == 1e300,
	    "the last day, and the second before 1970");
	row = put_and_get(nulls);
	for (int i = 0; row != NULL && i < 6; i++)
		all = all && row[i].null;
	check(row != NULL && all, "NULL of every kind");
}

/* Sizes around the first buffer of a text, and far above it. */
static void
long_text_comes_back(void)
{
	static const size_t sizes[] = {127, 128, 129, 1000, 200000};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		size_t n = sizes[i];
		char *s = arena_alloc(&t.arena, n + 1);
		const struct db_value *row;
		char name[64];

		memset(s, 'a', n);
		s[n - 1] = 'z';
		row =
		    put_and_get((const struct db_value[]){db_null(), db_text(s),
			db_bytes(s, n), db_null(), db_null(), db_null()});
		snprintf(name, sizeof(name), "text of %zu bytes", n);
		check(row != NULL && row[1].len == n && row[2].len == n &&
			  memcmp(row[1].s, s, n + 1) == 0 &&
			  memcmp(row[2].s, s, n + 1) == 0,
		    name);
	}
}

static void
misuse_is_refused(void)
{
	const struct db_value *row;
	const struct db_query wrong = {
	    "test_wrong", "SELECT i FROM trap", "", "is", false};
	const struct db_query as_text = {
	    "test_as_text", "SELECT i FROM trap", "", "s", false};

	check(db_one(t.db, &t.arena, &big, DB_NONE, &row) == ERR_FAULT,
	    "an integer above int64 is a fault, not another number");
	check(db_one(t.db, &t.arena, &echo_all, DB_NONE, &row) == ERR_FAULT,
	    "too few parameters are refused");
	check(db_one(t.db, &t.arena, &echo_all, DB_IN(db_text("1")), &row) ==
		  ERR_FAULT,
	    "text for an integer is refused");
	check(
	    db_check(t.db, &wrong) == ERR_FAULT, "a letter too many is found");
	check(db_check(t.db, &as_text) == ERR_FAULT, "a wrong letter is found");
	check(db_check(t.db, &echo_all) == OK, "right letters are passed");
	check(db_one(t.db, &t.arena, &echo_all, DB_IN(db_int(-5)), &row) ==
		  ERR_MISSING,
	    "no row is ERR_MISSING");
}

/* The value holds the words that end the server's message on duplicates. */
static void
duplicates_are_named(void)
{
	static const char sly[] = "x' for key 'other";
	enum err e;

	e = db_run(t.db, &put_key, DB_IN(db_text(sly), db_int(1)), NULL);
	check(e == OK, "the first is taken");
	e = db_run(t.db, &put_key, DB_IN(db_text(sly), db_int(1)), NULL);
	check(e == ERR_TWICE && db_duplicate(t.db, "word") &&
		  !db_duplicate(t.db, "other"),
	    "a duplicate is named by its key");
	e = db_run(t.db, &put_key, DB_IN(db_text("y"), db_int(999)), NULL);
	check(e == ERR_MISSING && db_duplicate(t.db, "trap_parent"),
	    "a missing parent is named by its constraint");
	e = db_run(t.db, &drop_parent, DB_IN(db_int(1)), NULL);
	check(e == ERR_TWICE && db_duplicate(t.db, "trap_parent"),
	    "a parent still pointed at stays");
	e = db_run(t.db, &put_key, DB_IN(db_text("y"), db_int(1)), NULL);
	check(e == OK && !db_duplicate(t.db, "trap_parent"),
	    "the name goes with the next statement");
}

static int64_t
keys(struct db *db)
{
	const struct db_value *row;

	if (db_one(db, &t.arena, &count_keys, DB_NONE, &row) != OK)
		return -1;
	return row[0].i;
}

static void
changes_are_counted(void)
{
	uint64_t changed = 9;
	enum err e = db_run(
	    t.db, &update_key, DB_IN(db_text("y"), db_text("y")), &changed);

	check(e == OK && changed == 0, "a row set to the same is not changed");
}

static void
transactions_end(void)
{
	int64_t before = keys(t.db);
	enum err e;

	e = db_begin(t.db);
	check(e == OK && db_begin(t.db) == ERR_FAULT, "one at a time");
	e = db_run(t.db, &put_key, DB_IN(db_text("gone"), db_int(1)), NULL);
	check(e == OK && keys(t.db) == before + 1, "it sees its own row");
	db_rollback(t.db);
	check(keys(t.db) == before, "rolled back, the row is gone");
	e = db_begin(t.db);
	if (e == OK)
		e = db_run(
		    t.db, &put_key, DB_IN(db_text("kept"), db_int(1)), NULL);
	if (e == OK)
		e = db_commit(t.db);
	check(e == OK && keys(t.db) == before + 1, "committed, it stays");
	check(db_commit(t.db) == ERR_FAULT, "nothing to commit is a fault");
	check(!t.db->begun, "none is open then");
	e = db_begin(t.db);
	check(e == OK && t.db->begun, "an open one can be told");
	db_rollback(t.db);
	check(!t.db->begun, "and one rolled back is not");
}

/* A transaction that inserts a row; its first `times` runs return `answer`. */
struct script {
	const char *word;
	enum err answer;
	int times; /* runs that still return it */
	int runs;
};

static enum err
body(struct db *db, void *own)
{
	struct script *s = own;
	enum err e =
	    db_run(db, &put_key, DB_IN(db_text(s->word), db_int(1)), NULL);

	s->runs++;
	if (e == OK && s->times-- > 0) {
		e = s->answer;
		/* as db_judge does after a deadlock */
		db->again = e == ERR_BUSY;
		db->lost = db->again;
	}
	return e;
}

static enum err
nested(struct db *db, void *own)
{
	return db_transact(db, body, own);
}

static void
transactions_repeat(void)
{
	int64_t before = keys(t.db);
	struct script s = {"whole", ERR_BUSY, DB_RUNS - 1, 0};

	check(db_transact(t.db, body, &s) == OK && s.runs == DB_RUNS &&
		  keys(t.db) == before + 1,
	    "a transaction runs again after deadlocks, and once in effect");
	s = (struct script){"never", ERR_BUSY, DB_RUNS, 0};
	check(db_transact(t.db, body, &s) == ERR_BUSY && s.runs == DB_RUNS &&
		  keys(t.db) == before + 1,
	    "but not for ever");
	s = (struct script){"refused", ERR_FULL, 1, 0};
	check(db_transact(t.db, body, &s) == ERR_FULL && s.runs == 1 &&
		  keys(t.db) == before + 1,
	    "a body that refuses leaves nothing and runs once");
	s = (struct script){"inner", OK, 0, 0};
	check(db_transact(t.db, nested, &s) == ERR_FAULT && s.runs == 0 &&
		  keys(t.db) == before + 1 && !t.db->begun,
	    "there is no transaction in a transaction");
}

/* After a lock time-out on DB, db_transact waits before it repeats. */
static void
repeats_wait(const struct db *db)
{
	int runs = 0, first, waited = 0;
	int64_t begin = day_ticks(), least = INT64_MAX, most = 0;
	bool more = true;

	check(!db_repeat(db, ERR_TWICE, &runs) && runs == 0,
	    "a collision is no reason to repeat");
	while (more && waited < 10) {
		more = db_repeat(db, ERR_BUSY, &runs);
		waited += more;
	}
	check(waited == DB_RUNS - 1, "three runs and no more");
	check((day_ticks() - begin) / 1000000 < 2 * DB_WAIT + 500,
	    "with a short wait before each");
	for (int i = 0; i < 8; i++) {
		int64_t took;

		first = 0;
		begin = day_ticks();
		if (!db_repeat(db, ERR_BUSY, &first))
			break;
		took = (day_ticks() - begin) / 1000;
		least = took < least ? took : least;
		most = took > most ? took : most;
	}
	check(least > 0 && most > least + 1000,
	    "which is not the same for everybody");
}

/* Two connections lock two rows in opposite order; one of them must fail. */
static void
lock_time_outs_end_all(void)
{
	struct db *other = db_new(&t.arena, &t.conf);
	int64_t before = keys(t.db);
	enum err e;
	bool ready = db_begin(t.db) == OK && db_begin(other) == OK &&
	             db_run(t.db, &update_key,
			 DB_IN(db_text("a1"), db_text("y")), NULL) == OK &&
	             db_run(other, &put_key, DB_IN(db_text("mine"), db_int(1)),
			 NULL) == OK;
	check(ready, "two transactions hold a row each");
	e = db_run(
	    other, &update_key, DB_IN(db_text("a2"), db_text("y")), NULL);
	check(e == ERR_BUSY && other->again, "waiting for a lock ends");
	e = db_run(other, &put_key, DB_IN(db_text("late"), db_int(1)), NULL);
	check(e == ERR_BUSY, "the rest of the transaction is not run");
	check(db_commit(other) == ERR_BUSY && other->again,
	    "nor committed, and it may be repeated");
	repeats_wait(other);
	db_rollback(t.db);
	check(keys(t.db) == before && keys(other) == before, "nothing is left");
	db_close(other);
}

static void
server_dies(void)
{
	int64_t before = keys(t.db);
	enum err e;

	ask("kill");
	e = db_run(t.db, &put_key, DB_IN(db_text("k1"), db_int(1)), NULL);
	check(e == ERR_BUSY, "without a server a write is ERR_BUSY");
	check(keys(t.db) == -1, "and so is a read");
	ask("again");
	check(keys(t.db) == before, "with a new server reads go on");
	ask("kill");
	ask("again");
	check(keys(t.db) == before, "a read meets a dead connection: repeated");
	check(db_begin(t.db) == OK, "a transaction is begun");
	e = db_run(t.db, &put_key, DB_IN(db_text("k2"), db_int(1)), NULL);
	check(e == OK, "a row is put");
	ask("kill");
	ask("again");
	check(keys(t.db) == -1, "no read of a broken transaction is repeated");
	e = db_run(t.db, &put_key, DB_IN(db_text("k3"), db_int(1)), NULL);
	check(e == ERR_BUSY, "no write of it runs by itself");
	check(db_commit(t.db) == ERR_BUSY, "it cannot be committed");
	check(keys(t.db) == before, "and nothing of it was");
	ask("kill");
	ask("again");
	e = db_begin(t.db);
	check(e == OK, "begin meets a dead connection: repeated");
	db_rollback(t.db);
	ask("kill");
	ask("again");
	/* db_run checks a connection only if it was idle for a second. */
	pause_ms(1100);
	e = db_run(t.db, &put_key, DB_IN(db_text("k4"), db_int(1)), NULL);
	check(e == OK && keys(t.db) == before + 1,
	    "a lone write meets a connection long dead: opened anew");
}

static void
server_is_silent(void)
{
	int64_t begin = day_ticks(), took;

	ask("stop");
	begin = day_ticks();
	check(keys(t.db) == -1, "a silent server is given up");
	took = (day_ticks() - begin) / 1000000;
	ask("go on");
	check(took > 1000 && took < 3500, "after the time-out, and only once");
	check(keys(t.db) >= 0, "and found again when it speaks");
}

static void
other_schema_is_refused(void)
{
	const struct db_query forge = {.name = "test_forge",
	    .sql = "INSERT INTO schema_version VALUES (?, ?, ?, NULL)",
	    .in = "ist"};
	const struct db_query mend = {.name = "test_mend",
	    .sql = "DELETE FROM schema_version WHERE version = ?",
	    .in = "i"};
	struct db *other = db_new(&t.arena, &t.conf);
	enum err e = db_run(t.db, &forge,
	    DB_IN(db_int(DB_SCHEMA + 1), db_text("later"), db_int(0)), NULL);

	check(e == OK && db_open(other) == ERR_BUSY, "a newer schema");
	e = db_run(t.db, &mend, DB_IN(db_int(DB_SCHEMA + 1)), NULL);
	check(e == OK && db_open(other) == OK, "is refused, ours is not");
	db_close(other);
}

int
main(int argc, char **argv)
{
	struct conf given;

	if (argc != 3)
		return 2;
	log_open("client", LOG_INFO);
	arena_init(&t.arena, 65536);
	if (conf_load(&given, "") != OK)
		return 1;
	t.conf = given;
	t.conf.db_socket = argv[1];
	t.conf.db_name = argv[2];
	t.conf.db_timeout = 2;
	t.db = db_new(&t.arena, &t.conf);
	check(db_open(t.db) == OK, "a connection");
	values_come_back();
	edges_come_back();
	long_text_comes_back();
	misuse_is_refused();
	duplicates_are_named();
	changes_are_counted();
	transactions_end();
	transactions_repeat();
	lock_time_outs_end_all();
	server_dies();
	server_is_silent();
	other_schema_is_refused();
	arena_free(&t.arena);
	conf_free(&given);
	printf("1..%d\n", t.tested);
	return t.bad;
}
