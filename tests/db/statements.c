/* statements.c - prepares and explains every statement of lib/queue.
 *
 *	statements SOCKET DATABASE	a database filled by fill.sql
 *	statements SOCKET DATABASE LOGIN PASSWORD-FILE
 *		only prints the name of each statement, with yes if LOGIN may
 *		run it
 *
 * A statement whose plan reads a whole table or index fails, unless it is
 * marked .scan and the table is small.  A statement fails too if the server
 * makes no plan because it finds no row ("Impossible WHERE ..."): that proves
 * nothing, and fill.sql lacks a row.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "db/db.h"
#include "queue/queries.h"

#define SMALL 500 /* rows of a table that a statement may read whole */

enum {
	ID,
	SELECT_TYPE,
	TABLE,
	TYPE,
	POSSIBLE,
	KEY,
	KEY_LEN,
	REF,
	ROWS,
	EXTRA
};

/* Makes a value for each letter of LETTERS.  BYTES_SIZE is the length of a `b`:
 * 32 for a hash, 16 for a token.  NOW is the value of an instant. */
static void
fill(const char *letters, size_t bytes_size, int64_t now, struct db_value *in)
{
	static const unsigned char bytes[33] =
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
	int32_t day = day_of(2026, 12, 1);

	for (size_t i = 0; letters[i] != '\0'; i++)
		switch (letters[i]) {
		case 's':
			in[i] = db_text("x");
			break;
		case 'b':
			in[i] = db_bytes(bytes, bytes_size);
			break;
		case 'd':
			in[i] = db_int(day);
			break;
		case 't':
			in[i] = db_int(now);
			break;
		case 'f':
			in[i] = db_real(1);
			break;
		default:
			in[i] = db_int(1);
		}
}

static const char *
text(const struct db_value *v)
{
	return v->null ? "-" : v->s;
}

/* True if a line of the plan is acceptable. */
static bool
line_ok(const struct db_query *q, const struct db_value *row)
{
	const char *table = text(&row[TABLE]), *type = text(&row[TYPE]);
	bool whole = strcmp(type, "ALL") == 0 || strcmp(type, "index") == 0;

	if (strcmp(text(&row[SELECT_TYPE]), "INSERT") == 0)
		return true;
	if (row[TABLE].null) /* "No tables used" is fine: a SELECT 1 */
		return strstr(text(&row[EXTRA]), "Impossible") == NULL &&
		       strstr(text(&row[EXTRA]), "no matching row") == NULL;
	if (!whole || table[0] == '<')
		return true;
	return q->scan && row[ROWS].i <= SMALL;
}

/* The unacceptable lines of the plan as text; "" if there are none. */
static const char *
explain(struct db *db, struct arena *a, const struct db_query *q, size_t bytes,
    int64_t now)
{
	/* db finds a prepared statement by the address of its struct, so each
	 * EXPLAIN needs a struct of its own */
	struct db_query *asked = ARENA_NEW(a, struct db_query);
	struct db_value in[255];
	const char *said = "";
	struct db_rows rows;

	*asked = (struct db_query){
	    .name = q->name,
	    .sql = arena_printf(a, "EXPLAIN %s", q->sql),
	    .in = q->in,
	    .out = "isssssssis",
	};
	fill(q->in, bytes, now, in);
	if (db_rows(db, a, asked, in, strlen(q->in), &rows) != OK)
		return "# no plan\n";
	for (size_t i = 0; i < rows.count; i++) {
		const struct db_value *row = db_cell(&rows, i, 0);

		if (!line_ok(q, row))
			said = arena_printf(a,
			    "%s# table %s type %s key %s rows %lld %s\n", said,
			    text(&row[TABLE]), text(&row[TYPE]),
			    text(&row[KEY]), (long long)row[ROWS].i,
			    text(&row[EXTRA]));
	}
	return said;
}

static bool
statement_ok(struct db *db, struct arena *a, const struct db_query *q)
{
	const int64_t before = day_instant(day_of(2026, 12, 1), 0, 0);
	const int64_t after = before + 86400;
	const char *said;

	if (db_check(db, q) != OK)
		return false;
	said = explain(db, a, q, 32, after);
	if (said[0] != '\0' && strchr(q->in, 'b') != NULL)
		said = explain(db, a, q, 16, after);
	/* slot 1 is over at AFTER and bookable at BEFORE: a statement that
	 * needs a bookable slot finds none at AFTER */
	if (said[0] != '\0' && strchr(q->in, 't') != NULL)
		said = explain(db, a, q, 16, before);
	fputs(said, stdout);
	return said[0] == '\0';
}

static int
explain_all(struct arena *a, const struct conf *conf)
{
	int tested = 0, bad = 0;

	for (size_t i = 0; i < queries_count; i++) {
		const struct query_table *t = &queries[i];
		struct db *db = db_new(a, conf);

		for (size_t k = 0; k < *t->count; k++) {
			bool good = statement_ok(db, a, &t->query[k]);

			printf("%sok %d - %s\n", good ? "" : "not ", ++tested,
			    t->query[k].name);
			bad += !good;
		}
		arena_reset(a);
	}
	printf("1..%d\n", tested);
	return bad > 0;
}

/* Preparing a statement needs the same privileges as running it. */
static int
name_rights(struct arena *a, const struct conf *conf)
{
	struct db *db = db_new(a, conf);

	if (db_open(db) != OK)
		return 1;
	for (size_t i = 0; i < queries_count; i++)
		for (size_t k = 0; k < *queries[i].count; k++)
			printf("%s%s\n", queries[i].query[k].name,
			    db_check(db, &queries[i].query[k]) == OK ? " yes"
								     : "");
	return 0;
}

int
main(int argc, char **argv)
{
	struct arena a;
	struct conf conf, given;
	int code;

	if (argc != 3 && argc != 5)
		return 2;
	log_open("statements", LOG_INFO);
	arena_init(&a, 65536);
	if (conf_load(&given, "") != OK)
		return 1;
	conf = given;
	conf.db_socket = argv[1];
	conf.db_name = argv[2];
	if (argc == 5) {
		conf.db_user = argv[3];
		conf.db_password_file = argv[4];
	}
	code = argc == 5 ? name_rights(&a, &conf) : explain_all(&a, &conf);
	arena_free(&a);
	conf_free(&given);
	return code;
}
