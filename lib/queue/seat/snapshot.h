/* snapshot.h - what everybody may know, in one piece.
 *
 * Offices, kinds of application, rules, closed days, openings and the slots of
 * today and later - all that the public pages show but the places left, which
 * are place.h's.  The worker of a host makes the snapshot from the database and
 * writes RUN_DIR/map/snapshot.map when its bytes have changed; the programs
 * read that file and need no database.
 *
 * While there is no such file, or no seat map that knows what is left, a
 * program makes the snapshot itself, with the places left in it (snapshot_ask).
 * Counting them for the whole country costs the database 0.2 s for 190,000
 * places, so the program leaves the bytes in RUN_DIR/asked.map, and the other
 * programs of the host read them there: one of them asks, once in some seconds,
 * however many they are and however slow the database is.
 *
 * Invariants: a snapshot never changes; its bytes hold nothing that depends on
 * the hour, so a new one is made only when somebody decided something or a day
 * has begun (WIB, the last zone to begin one).  What is true at an instant - an
 * opening ahead, a slot open - is computed from it.  The file's hash covers
 * its rows, so one that is cut short, overwritten or of another layout is
 * refused; the first 8 bytes of the hash are the snapshot's number.  A program
 * reads the file to memory of its own: what was verified cannot change.
 */
#ifndef QUEUE_SEAT_SNAPSHOT_H
#define QUEUE_SEAT_SNAPSHOT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "queue/office/closed_day.h"
#include "queue/office/office.h"
#include "queue/office/opening.h"
#include "queue/office/parameter.h"
#include "queue/office/service.h"
#include "queue/office/slot.h"

#define SNAPSHOT_FILE "map/snapshot.map" /* in the run directory */
#define SNAPSHOT_ASKED "asked.map"       /* likewise */
#define SNAPSHOT_PATIENCE 2500 /* ms that one waits for who asks, at most */

extern const struct db_query snapshot_queries[];
extern const size_t snapshot_query_count;

/* A snapshot as its bytes. */
struct snapshot_bytes {
	const char *data;
	size_t len;
	uint64_t id;
};

/* How much of it is made. */
enum snapshot_extent {
	SNAPSHOT_WITHOUT_SLOTS, /* to see whether something was decided */
	SNAPSHOT_WITH_SLOTS,    /* goes with a seat map */
	SNAPSHOT_WITH_LEFT,     /* goes without: has the places left */
};

/* Makes one from the database as of NOW. */
MUST_USE enum err snapshot_make(struct db *db, struct arena *a, int64_t now,
    enum snapshot_extent extent, struct snapshot_bytes *out);

/* One with the places left, made at most AGE seconds ago: that of RUN_DIR, else
 * a new one, which is left there.  *MADE becomes the tick at which it was. Only
 * one program of the host asks the database at a time: ERR_BUSY if another one
 * does and is not done after PATIENCE milliseconds. */
struct snapshot_wish {
	const char *run_dir;
	int64_t now;
	int age;
	int patience;
};
MUST_USE enum err snapshot_ask(struct db *db, struct arena *a,
    const struct snapshot_wish *wish, struct snapshot_bytes *out,
    int64_t *made);

/* Replaces the file in RUN_DIR, whose folder `map` is there, unless it holds
 * those bytes already.  ERR_FAULT, logged. */
MUST_USE enum err snapshot_write(
    const char *run_dir, const struct snapshot_bytes *bytes);

/* Reads the file to A.  ERR_MISSING if there is none, else ERR_FAULT; neither
 * is logged. */
MUST_USE enum err snapshot_load(
    struct arena *a, const char *run_dir, struct snapshot_bytes *out);

/* An opening of an office; see opening.h. */
struct snapshot_opening {
	const struct office *office;
	int32_t first, last;
	int64_t opens_at, closes_at;
};

struct snapshot_rule;
struct snapshot_run;
struct snapshot_mark;

/* A snapshot to be read.  Texts point into the bytes. */
struct snapshot {
	uint64_t id;
	struct office *office; /* by province code and name */
	int offices;
	struct service service[SERVICE_MAX]; /* in the order of pages */
	int services;
	struct closed_day *closed; /* from the day it was made on, by day */
	int closed_count;
	struct snapshot_opening *opening; /* not yet closed, by office */
	int openings;

	/* for the functions below */
	const struct snapshot_rule *rule; /* by name and office */
	int rules;
	const int *office_at; /* by office number; -1 is none */
	int office_numbers;
	const struct snapshot_run *run;   /* slots of an office, as offices */
	const struct snapshot_mark *mark; /* of slots, by number */
	int *left;                        /* of each, as MARK; -1: not told */
	int slots;
	struct snapshot_bytes bytes;
};

/* Verifies BYTES, which must live as long as BOARD, and finds its way in
 * them.  ERR_FAULT, not logged, if they are no whole snapshot of this layout.
 */
MUST_USE enum err snapshot_read(struct arena *a,
    const struct snapshot_bytes *bytes, struct snapshot *snapshot);

/* An office by code or number; NULL if there is none. */
const struct office *snapshot_office(
    const struct snapshot *b, const char *code);
const struct office *snapshot_office_by_id(
    const struct snapshot *b, int64_t id);

/* The rule P at an office, or of the country if OFFICE_ID is 0; false if
 * there is none. */
bool snapshot_parameter(
    const struct snapshot *b, int64_t office_id, enum parameter p, int *value);

/* The slots of OFFICE, which is one of the snapshot's, and the closed days;
 * left is 0.  The list is in A and may be changed, the closed days may not. */
void snapshot_slots(const struct snapshot *b, struct arena *a,
    const struct office *office, struct slot_list *list);

/* One slot by number, left 0; false if the snapshot does not have it. */
bool snapshot_slot(const struct snapshot *b, int64_t id, struct slot *slot);

/* The places left in the slot of number ID when the snapshot was made, -1 if
 * that is not told; and notes what is known better since, in this process only.
 */
int snapshot_left(const struct snapshot *b, int64_t id);
void snapshot_left_note(const struct snapshot *b, int64_t id, int left);

/* The next openings after NOW of offices that take bookings, soonest first;
 * returns how many, OPENING_GROUPS_MAX at most. */
int snapshot_opening_groups(const struct snapshot *b, int64_t now,
    struct opening_group group[OPENING_GROUPS_MAX]);

/* The last day of a visit that can be booked somewhere at NOW; DAY_NONE if
 * nothing is open. */
int32_t snapshot_last_day(const struct snapshot *b, int64_t now);

#endif
