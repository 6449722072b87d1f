/* query.c - statements: preparing, binding, fetching. */
#include "config.h"

#include "db/db.h"

#include <string.h>

#include "db/db_private.h"

#include "base/day.h"
#include "base/log.h"

#define BINARY_CHARSET 63 /* charsetnr of bytes */
#define SHORT_TEXT 128    /* bytes; a longer value is fetched a second time */

struct db_value
db_int(int64_t i)
{
	return (struct db_value){.i = i, .kind = 'i'};
}

struct db_value
db_real(double f)
{
	return (struct db_value){.f = f, .kind = 'f'};
}

struct db_value
db_text(const char *s)
{
	if (s == NULL)
		return db_null();
	return (struct db_value){.s = s, .len = strlen(s), .kind = 's'};
}

struct db_value
db_bytes(const void *p, size_t n)
{
	if (p == NULL)
		return db_null();
	return (struct db_value){.s = p, .len = n, .kind = 'b'};
}

struct db_value
db_null(void)
{
	return (struct db_value){.null = true};
}

static size_t
out_count(const struct db_query *q)
{
	return q->out == NULL ? 0 : strlen(q->out);
}

static enum err
misuse(const struct db_query *q, const char *why, size_t at)
{
	log_fault("db", "query=%s why=%s at=%zu", q->name, why, at);
	return ERR_FAULT;
}

static enum err
judge_stmt(
    struct db *db, const struct db_query *q, MYSQL_STMT *stmt, bool shown)
{
	return db_judge(
	    db, &(const struct db_error){q->name, mysql_stmt_errno(stmt),
		    mysql_stmt_error(stmt), shown});
}

/* Closes all prepared statements. */
static void
statements_drop(struct db *db)
{
	for (size_t i = 0; i < DB_STATEMENTS; i++)
		if (db->statement[i].stmt != NULL)
			mysql_stmt_close(db->statement[i].stmt);
	memset(db->statement, 0, sizeof(db->statement));
	db->kept = 0;
}

/* The cache slot of Q, or the free slot where Q belongs. */
static struct db_statement *
statement_slot(struct db *db, const struct db_query *q)
{
	size_t i = (size_t)(((uintptr_t)q / sizeof(void *)) *
				UINT64_C(0x9e3779b97f4a7c15) >>
			    56);

	_Static_assert(DB_STATEMENTS == 256, "8 bits of the hash");
	while (db->statement[i].stmt != NULL && db->statement[i].query != q)
		i = (i + 1) % DB_STATEMENTS;
	return &db->statement[i];
}

/* Stores the prepared statement of Q in *OUT; prepares Q if necessary. */
static enum err
statement_find(struct db *db, const struct db_query *q, MYSQL_STMT **out)
{
	struct db_statement *s = statement_slot(db, q);
	MYSQL_STMT *stmt;

	if (s->stmt != NULL) {
		*out = s->stmt;
		return OK;
	}
	stmt = mysql_stmt_init(db->my);
	if (stmt == NULL)
		return misuse(q, "no-memory", 0);
	/* the message can be logged, because it quotes only SQL, no values */
	if (mysql_stmt_prepare(stmt, q->sql, (unsigned long)strlen(q->sql)) !=
	    0) {
		enum err e = judge_stmt(db, q, stmt, true);

		mysql_stmt_close(stmt);
		return e;
	}
	if (mysql_stmt_param_count(stmt) != strlen(q->in) ||
	    mysql_stmt_field_count(stmt) != out_count(q)) {
		mysql_stmt_close(stmt);
		return misuse(q, "types", 0);
	}
	if (db->kept >= DB_STATEMENTS * 3 / 4) {
		statements_drop(db);
		s = statement_slot(db, q);
	}
	*s = (struct db_statement){q, stmt};
	db->kept++;
	*out = stmt;
	return OK;
}

static void
time_of_day(MYSQL_TIME *t, int32_t day)
{
	struct day_date d = day_date(day);

	t->year = (unsigned int)d.year;
	t->month = (unsigned int)d.month;
	t->day = (unsigned int)d.mday;
	t->time_type = MYSQL_TIMESTAMP_DATE;
}

static void
time_of_instant(MYSQL_TIME *t, int64_t instant)
{
	int32_t day = day_local(instant, 0);
	int64_t s = instant - day_instant(day, 0, 0);

	time_of_day(t, day);
	t->hour = (unsigned int)(s / 3600);
	t->minute = (unsigned int)(s / 60 % 60);
	t->second = (unsigned int)(s % 60);
	t->time_type = MYSQL_TIMESTAMP_DATETIME;
}

static int64_t
instant_of_time(const MYSQL_TIME *t)
{
	int32_t day = day_of((int)t->year, (int)t->month, (int)t->day);

	return day_instant(day, 0, 0) + t->hour * 3600 + t->minute * 60 +
	       t->second;
}

/* A parameter in the form of the client library.  It must live until the
 * statement has been executed. */
struct parameter {
	MYSQL_TIME time;
	long long i;
	unsigned long len;
};

static bool
parameter_bind(
    MYSQL_BIND *b, struct parameter *p, char letter, const struct db_value *v)
{
	char kind = letter == 'd' || letter == 't' ? 'i' : letter;

	memset(b, 0, sizeof(*b));
	*p = (struct parameter){.i = v->i, .len = (unsigned long)v->len};
	if (v->null) {
		b->buffer_type = MYSQL_TYPE_NULL;
		return true;
	}
	if (v->kind != 0 && v->kind != kind)
		return false;
	b->length = &p->len;
	b->buffer = &p->time;
	switch (letter) {
	case 'i':
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &p->i;
		return true;
	case 'd':
		if (v->i < INT32_MIN / 2 || v->i > INT32_MAX / 2)
			return false;
		b->buffer_type = MYSQL_TYPE_DATE;
		time_of_day(&p->time, (int32_t)v->i);
		return true;
	case 't':
		b->buffer_type = MYSQL_TYPE_DATETIME;
		time_of_instant(&p->time, v->i);
		return true;
	case 'f':
		b->buffer_type = MYSQL_TYPE_DOUBLE;
		memcpy(&p->i, &v->f, sizeof(v->f));
		b->buffer = &p->i;
		return true;
	case 's':
	case 'b':
		b->buffer_type =
		    letter == 's' ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
		memcpy(&b->buffer, &v->s, sizeof(b->buffer));
		b->buffer_length = p->len;
		return v->s != NULL;
	default:
		return false;
	}
}

/* Executes Q; the caller fetches the result, if any. */
static enum err
execute(struct db *db, const struct db_query *q, const struct db_value *in,
    size_t n, MYSQL_STMT **out)
{
	struct parameter parameter[DB_IN_MAX];
	MYSQL_BIND bind[DB_IN_MAX];
	MYSQL_STMT *stmt;
	enum err e;

	if (n != strlen(q->in) || n > DB_IN_MAX)
		return misuse(q, "count-of-parameters", n);
	for (size_t i = 0; i < n; i++)
		if (!parameter_bind(&bind[i], &parameter[i], q->in[i], &in[i]))
			return misuse(q, "parameter", i + 1);
	if ((e = db_ready(db)) != OK ||
	    (e = statement_find(db, q, &stmt)) != OK)
		return e;
	if ((n > 0 && mysql_stmt_bind_param(stmt, bind) != 0) ||
	    mysql_stmt_execute(stmt) != 0)
		return judge_stmt(db, q, stmt, false);
	db->used = day_ticks();
	*out = stmt;
	return OK;
}

enum err
db_run(struct db *db, const struct db_query *q, const struct db_value *in,
    size_t n, uint64_t *changed)
{
	MYSQL_STMT *stmt;
	enum err e;

	if (q->out != NULL)
		return misuse(q, "has-a-result", 0);
	db_refresh(db);
	e = execute(db, q, in, n, &stmt);
	if (e != OK)
		return e;
	db->last_id = (int64_t)mysql_stmt_insert_id(stmt);
	if (changed != NULL)
		*changed = mysql_stmt_affected_rows(stmt);
	return OK;
}

int64_t
db_last_id(const struct db *db)
{
	return db->last_id;
}

/* A column of the row being fetched. */
struct column {
	MYSQL_TIME time;
	long long i;
	double f;
	unsigned long len;
	my_bool null;
	my_bool error;
	char text[SHORT_TEXT];
};

static void
column_bind(MYSQL_BIND *b, struct column *c, char letter)
{
	memset(b, 0, sizeof(*b));
	memset(c, 0, sizeof(*c));
	b->length = &c->len;
	b->is_null = &c->null;
	b->error = &c->error;
	switch (letter) {
	case 'i':
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &c->i;
		break;
	case 'f':
		b->buffer_type = MYSQL_TYPE_DOUBLE;
		b->buffer = &c->f;
		break;
	case 'd':
	case 't':
		b->buffer_type =
		    letter == 'd' ? MYSQL_TYPE_DATE : MYSQL_TYPE_DATETIME;
		b->buffer = &c->time;
		break;
	default:
		b->buffer_type =
		    letter == 's' ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB;
		b->buffer = c->text;
		b->buffer_length = sizeof(c->text);
	}
}

/* Copies text or bytes to the arena; fetches again a value > SHORT_TEXT. */
static bool
text_take(MYSQL_STMT *stmt, struct arena *a, unsigned int at,
    const struct column *c, struct db_value *v)
{
	unsigned long len = 0;
	my_bool null = 0, error = 0;
	MYSQL_BIND b;
	char *s = arena_alloc(a, c->len + 1);

	v->s = s;
	v->len = c->len;
	if (c->len <= sizeof(c->text)) {
		memcpy(s, c->text, c->len);
		return true;
	}
	memset(&b, 0, sizeof(b));
	b.buffer_type = MYSQL_TYPE_BLOB;
	b.buffer = s;
	b.buffer_length = c->len;
	b.length = &len;
	b.is_null = &null;
	b.error = &error;
	return mysql_stmt_fetch_column(stmt, &b, at, 0) == 0 && len == c->len;
}

/* Converts column C to V; false for a truncated number or an invalid day. */
static bool
column_take(MYSQL_STMT *stmt, struct arena *a, unsigned int at, char letter,
    const struct column *c, struct db_value *v)
{
	*v = (struct db_value){.null = c->null != 0};
	if (v->null)
		return true;
	switch (letter) {
	case 'i':
		v->i = c->i;
		return !c->error;
	case 'f':
		v->f = c->f;
		return !c->error;
	case 'd':
		v->i = day_of(
		    (int)c->time.year, (int)c->time.month, (int)c->time.day);
		return v->i != DAY_NONE;
	case 't':
		v->i = instant_of_time(&c->time);
		return c->time.year > 0;
	default:
		return text_take(stmt, a, at, c, v);
	}
}

static enum err
fetch(MYSQL_STMT *stmt, struct arena *a, const struct db_query *q,
    struct column *column, struct db_rows *rows)
{
	for (size_t row = 0; row < rows->count; row++) {
		int got = mysql_stmt_fetch(stmt);

		if (got != 0 && got != MYSQL_DATA_TRUNCATED)
			return misuse(q, "row-lost", row + 1);
		for (size_t i = 0; i < rows->columns; i++)
			if (!column_take(stmt, a, (unsigned int)i, q->out[i],
				&column[i],
				&rows->cell[row * rows->columns + i]))
				return misuse(q, "value-of-column", i + 1);
	}
	return OK;
}

static enum err
rows_once(struct db *db, struct arena *a, const struct db_query *q,
    const struct db_value *in, size_t n, struct db_rows *rows)
{
	struct column column[DB_OUT_MAX];
	MYSQL_BIND bind[DB_OUT_MAX];
	struct db_rows got = {.columns = out_count(q)};
	MYSQL_STMT *stmt;
	enum err e;

	if (got.columns == 0 || got.columns > DB_OUT_MAX)
		return misuse(q, "count-of-columns", got.columns);
	e = execute(db, q, in, n, &stmt);
	if (e != OK)
		return e;
	for (size_t i = 0; i < got.columns; i++)
		column_bind(&bind[i], &column[i], q->out[i]);
	if (mysql_stmt_bind_result(stmt, bind) != 0 ||
	    mysql_stmt_store_result(stmt) != 0)
		return judge_stmt(db, q, stmt, false);
	got.count = (size_t)mysql_stmt_num_rows(stmt);
	got.cell = ARENA_ARRAY(a, struct db_value, got.count * got.columns);
	e = fetch(stmt, a, q, column, &got);
	mysql_stmt_free_result(stmt);
	if (e == OK)
		*rows = got;
	return e;
}

enum err
db_rows(struct db *db, struct arena *a, const struct db_query *q,
    const struct db_value *in, size_t n, struct db_rows *rows)
{
	int64_t begin = day_ticks();
	enum err e = rows_once(db, a, q, in, n, rows);

	if (db_repeatable(db, e, begin))
		e = rows_once(db, a, q, in, n, rows);
	return e;
}

enum err
db_one(struct db *db, struct arena *a, const struct db_query *q,
    const struct db_value *in, size_t n, const struct db_value **row)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, q, in, n, &rows);

	if (e != OK)
		return e;
	if (rows.count == 0)
		return ERR_MISSING;
	if (rows.count > 1)
		return misuse(q, "more-than-one-row", rows.count);
	*row = rows.cell;
	return OK;
}

/* True if the column F can be read as LETTER. */
static bool
letter_fits(char letter, const MYSQL_FIELD *f)
{
	switch ((int)f->type) {
	case MYSQL_TYPE_NULL:
		return true;
	case MYSQL_TYPE_TINY:
	case MYSQL_TYPE_SHORT:
	case MYSQL_TYPE_INT24:
	case MYSQL_TYPE_LONG:
	case MYSQL_TYPE_LONGLONG:
	case MYSQL_TYPE_YEAR:
		return letter == 'i' || letter == 'f';
	case MYSQL_TYPE_DECIMAL:
	case MYSQL_TYPE_NEWDECIMAL:
		return letter == 'f' || (letter == 'i' && f->decimals == 0);
	case MYSQL_TYPE_FLOAT:
	case MYSQL_TYPE_DOUBLE:
		return letter == 'f';
	case MYSQL_TYPE_DATE:
	case MYSQL_TYPE_NEWDATE:
		return letter == 'd';
	case MYSQL_TYPE_DATETIME:
	case MYSQL_TYPE_TIMESTAMP:
		return letter == 't';
	default:
		return letter == (f->charsetnr == BINARY_CHARSET ? 'b' : 's');
	}
}

enum err
db_check(struct db *db, const struct db_query *q)
{
	size_t columns = out_count(q);
	MYSQL_STMT *stmt;
	MYSQL_RES *res;
	enum err e;

	if (strlen(q->in) > DB_IN_MAX || columns > DB_OUT_MAX)
		return misuse(q, "too-many-types", 0);
	if (strspn(q->in, "isbdtf") != strlen(q->in))
		return misuse(q, "letter", strspn(q->in, "isbdtf") + 1);
	if ((e = db_ready(db)) != OK ||
	    (e = statement_find(db, q, &stmt)) != OK || columns == 0)
		return e;
	res = mysql_stmt_result_metadata(stmt);
	if (res == NULL)
		return judge_stmt(db, q, stmt, true);
	for (size_t i = 0; i < columns && e == OK; i++)
		if (!letter_fits(q->out[i],
			mysql_fetch_field_direct(res, (unsigned int)i)))
			e = misuse(q, "letter-of-column", i + 1);
	mysql_free_result(res);
	return e;
}
