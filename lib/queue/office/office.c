/* office.c - immigration offices. */
#include "queue/office/office.h"

#include "db/transact.h"
#include "queue/audit/audit.h"
#include "queue/office/office_columns.h"

enum {
	BY_CODE,
	BY_ID,
	ALL,
	OF_PROVINCE,
	ADD,
	CHANGE,
};

/* The indices of the columns in OFFICE_COLUMNS. */
enum {
	ID,
	CODE,
	NAME,
	SHORT_NAME,
	CLASS,
	REGION_CODE,
	CITY,
	PROVINCE_CODE,
	PROVINCE,
	ZONE,
	OFFSET,
	ADDRESS,
	POSTCODE,
	PHONE,
	LATITUDE,
	LONGITUDE,
	SUSPENDED_ID,
	SUSPENDED_EN,
	COLUMNS
};
_Static_assert(sizeof(OFFICE_TYPES) == COLUMNS + 1, "a letter each");

#define SELECT_OFFICE "SELECT " OFFICE_COLUMNS " FROM office o"

const struct db_query office_queries[] = {
    [BY_CODE] = {.name = "office_by_code",
	.sql = SELECT_OFFICE " WHERE code = ?",
	.in = "s",
	.out = OFFICE_TYPES},
    [BY_ID] = {.name = "office_by_id",
	.sql = SELECT_OFFICE " WHERE id = ?",
	.in = "i",
	.out = OFFICE_TYPES},
    [ALL] = {.name = "office_list",
	.sql = SELECT_OFFICE " ORDER BY province_code, short_name",
	.in = "",
	.out = OFFICE_TYPES,
	.scan = true},
    [OF_PROVINCE] = {.name = "office_list_province",
	.sql = SELECT_OFFICE " WHERE province_code = ? ORDER BY short_name",
	.in = "s",
	.out = OFFICE_TYPES},
    [ADD] = {.name = "office_add",
	.sql = "INSERT INTO office (code, name, short_name, class,"
	       " region_code, city, province_code, province, zone,"
	       " utc_offset, address, postcode, phone, latitude, longitude)"
	       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	.in = "sssssssssisssff"},
    [CHANGE] = {.name = "office_change",
	.sql = "UPDATE office SET name = ?, short_name = ?, class = ?,"
	       " region_code = ?, city = ?, province_code = ?, province = ?,"
	       " zone = ?, utc_offset = ?, address = ?, postcode = ?,"
	       " phone = ?, latitude = ?, longitude = ? WHERE code = ?",
	.in = "ssssssssisssffs"},
};
const size_t office_query_count =
    sizeof(office_queries) / sizeof(office_queries[0]);

void
office_read(const struct db_value *row, struct office *o)
{
	*o = (struct office){
	    .id = row[ID].i,
	    .code = row[CODE].s,
	    .name = row[NAME].s,
	    .short_name = row[SHORT_NAME].s,
	    .class = row[CLASS].s,
	    .region_code = row[REGION_CODE].s,
	    .city = row[CITY].s,
	    .province_code = row[PROVINCE_CODE].s,
	    .province = row[PROVINCE].s,
	    .zone = row[ZONE].s,
	    .offset = (int)row[OFFSET].i,
	    .address = row[ADDRESS].s,
	    .postcode = row[POSTCODE].s,
	    .phone = row[PHONE].s,
	    .located = !row[LATITUDE].null && !row[LONGITUDE].null,
	    .latitude = row[LATITUDE].f,
	    .longitude = row[LONGITUDE].f,
	    .suspended_id = row[SUSPENDED_ID].s,
	    .suspended_en = row[SUSPENDED_EN].s,
	};
}

enum err
office_by_code(
    struct db *db, struct arena *a, const char *code, struct office *out)
{
	const struct db_value *row;
	enum err e =
	    db_one(db, a, &office_queries[BY_CODE], DB_IN(db_text(code)), &row);

	if (e == OK)
		office_read(row, out);
	return e;
}

enum err
office_by_id(struct db *db, struct arena *a, int64_t id, struct office *out)
{
	const struct db_value *row;
	enum err e =
	    db_one(db, a, &office_queries[BY_ID], DB_IN(db_int(id)), &row);

	if (e == OK)
		office_read(row, out);
	return e;
}

enum err
office_list(struct db *db, struct arena *a, const char *province_code,
    struct office **out, int *count)
{
	const struct db_value in = db_text(province_code);
	bool all = province_code[0] == '\0';
	struct db_rows rows;
	enum err e = db_rows(db, a, &office_queries[all ? ALL : OF_PROVINCE],
	    &in, all ? 0 : 1, &rows);

	if (e != OK)
		return e;
	*out = ARENA_ARRAY(a, struct office, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		office_read(db_cell(&rows, i, 0), &(*out)[i]);
	*count = (int)rows.count;
	return OK;
}

static struct db_value
degrees(const struct office *o, double value)
{
	return o->located ? db_real(value) : db_null();
}

static enum err
office_add(struct db *db, struct office *o)
{
	enum err e = db_run(db, &office_queries[ADD],
	    DB_IN(db_text(o->code), db_text(o->name), db_text(o->short_name),
		db_text(o->class), db_text(o->region_code), db_text(o->city),
		db_text(o->province_code), db_text(o->province),
		db_text(o->zone), db_int(o->offset), db_text(o->address),
		db_text(o->postcode), db_text(o->phone),
		degrees(o, o->latitude), degrees(o, o->longitude)),
	    NULL);

	if (e == OK)
		o->id = db_last_id(db);
	return e;
}

static enum err
office_change(struct db *db, const struct office *o)
{
	return db_run(db, &office_queries[CHANGE],
	    DB_IN(db_text(o->name), db_text(o->short_name), db_text(o->class),
		db_text(o->region_code), db_text(o->city),
		db_text(o->province_code), db_text(o->province),
		db_text(o->zone), db_int(o->offset), db_text(o->address),
		db_text(o->postcode), db_text(o->phone),
		degrees(o, o->latitude), degrees(o, o->longitude),
		db_text(o->code)),
	    NULL);
}

/* Changes the office with the code of O, or adds O; sets its id, and *FRESH to
 * whether it was added.  INSERT ... ON DUPLICATE KEY would need no SELECT, but
 * would use up an AUTO_INCREMENT number for each office that exists already. */
static enum err
office_save(struct db *db, struct arena *a, struct office *o, bool *fresh)
{
	struct office old;
	enum err e = office_by_code(db, a, o->code, &old);

	if (e == ERR_MISSING) {
		e = office_add(db, o);
		if (e == OK)
			*fresh = true;
		return e;
	}
	if (e == OK)
		e = office_change(db, o);
	if (e == OK) {
		o->id = old.id;
		*fresh = false;
	}
	return e;
}

struct import {
	const struct actor *by;
	struct arena *arena;
	struct office *list;
	int count;
	int added;
};

static enum err
import_body(struct db *db, void *own)
{
	const struct audit line = {.act = AUDIT_OFFICE_IMPORT};
	struct import *im = own;
	enum err e = OK;

	im->added = 0;
	for (int i = 0; e == OK && i < im->count; i++) {
		bool fresh = false;

		e = office_save(db, im->arena, &im->list[i], &fresh);
		im->added += fresh;
	}
	return e == OK ? audit_write(db, im->by, &line) : e;
}

enum err
office_import(struct db *db, struct arena *a, const struct actor *by,
    struct office *list, int count, int *added)
{
	struct import im = {by, a, list, count, 0};
	enum err e = by->office_id == 0 ? OK : ERR_FORBIDDEN;

	if (e == OK)
		e = db_transact(db, import_body, &im);
	if (e == OK)
		*added = im.added;
	return e;
}
