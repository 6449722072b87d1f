/* snapshot.h - everything that the public pages show, as one read-only value.
 *
 * A snapshot has the offices, kinds of application, rules, closed days,
 * openings, and the slots of today and later.  The places left come from the
 * seat map (place.h).  The worker of a host makes the snapshot from the
 * database and writes RUN_DIR/map/snapshot.map when its bytes have changed;
 * programs read that file and query no database.
 *
 * If that file or the seat map is missing, a program makes a snapshot itself,
 * with the places left in it (snapshot_ask).  Counting the places of the whole
 * country takes the database 0.2 s for 190,000 places, so the program writes
 * the bytes to RUN_DIR/asked.map, and the other programs of the host read them
 * there.  However many programs run and however slow the database is, at most
 * one of them makes a snapshot at a time.
 *
 * Invariants: a snapshot never changes.  Its bytes do not depend on the time of
 * day, so the worker writes a new one only when the data changed or a new day
 * began (WIB, the last zone to begin a day).  Programs compute from the
 * snapshot what is true at an instant, such as whether a slot is open.  The
 * file has a hash of its rows: a file that is cut short, overwritten or of
 * another layout is refused.  The first 8 bytes of the hash are the snapshot's
 * id.  A program copies the file to its own memory before it checks the hash,
 * so that nothing can change later.
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
#define SNAPSHOT_ASKED "asked.map"       /* in the run directory */
#define SNAPSHOT_PATIENCE 2500 /* ms to wait for another program's snapshot */

extern const struct db_query snapshot_queries[];
extern const size_t snapshot_query_count;

/* A snapshot as its bytes. */
struct snapshot_bytes {
	const char *data;
	size_t len;
	uint64_t id;
};

/* Which tables a snapshot has. */
enum snapshot_extent {
	SNAPSHOT_WITHOUT_SLOTS, /* enough to see whether data changed */
	SNAPSHOT_WITH_SLOTS,    /* for use with a seat map */
	SNAPSHOT_WITH_LEFT,     /* for use without a seat map: with places
	                         * left */
};

/* Makes a snapshot from the database as of NOW. */
MUST_USE enum err snapshot_make(struct db *db, struct arena *a, int64_t now,
    enum snapshot_extent extent, struct snapshot_bytes *out);

struct snapshot_wish {
	const char *run_dir;
	int64_t now;
	int age;      /* seconds: a snapshot of this age is too old */
	int patience; /* milliseconds to wait for another program */
};

/* Gets a snapshot with the places left that is younger than WISH->age: the one
 * in the file SNAPSHOT_ASKED of the run directory, else a new one, which is
 * written to that file if possible.  *MADE becomes the day_ticks at which the
 * snapshot was made.  Only one program of the host makes a snapshot at a time:
 * ERR_BUSY if another program does so and has not finished after
 * WISH->patience. */
MUST_USE enum err snapshot_ask(struct db *db, struct arena *a,
    const struct snapshot_wish *wish, struct snapshot_bytes *out,
    int64_t *made);

/* Writes BYTES to the file in RUN_DIR, whose folder `map` must exist, unless
 * the file holds these bytes already.  ERR_FAULT, logged, if that fails. */
MUST_USE enum err snapshot_write(
    const char *run_dir, const struct snapshot_bytes *bytes);

/* True if the file in RUN_DIR is whole and has the snapshot with the id ID. */
bool snapshot_sound(const char *run_dir, uint64_t id);

/* Reads the file in RUN_DIR into A.  ERR_MISSING if there is no file; ERR_FAULT
 * if the file cannot be a snapshot.  Neither error is logged. */
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

/* A decoded snapshot.  Texts point into the bytes. */
struct snapshot {
	uint64_t id;
	struct office *office; /* sorted by province code and name */
	int offices;
	struct service service[SERVICE_MAX]; /* in the order in which pages show
	                                      * them */
	int services;
	struct closed_day *closed; /* from the day of the snapshot on, sorted by
	                            * day */
	int closed_count;
	struct snapshot_opening *opening; /* not yet closed, sorted by office */
	int openings;

	/* private to the functions below */
	const struct snapshot_rule *rule; /* sorted by name and office */
	int rules;
	const int *office_at; /* index into `office` by office id; -1 if none */
	int office_numbers;
	const struct snapshot_run *run;   /* the slots of office[i], not
	                                   * decoded */
	const struct snapshot_mark *mark; /* of every slot, sorted by id */
	int *left;                        /* places left, in the order of
	                                   * `mark`; -1: not known */
	int slots;
	struct snapshot_bytes bytes;
};

/* Checks BYTES, which must live as long as SNAPSHOT, and decodes them.
 * ERR_FAULT, not logged, if they are not a whole snapshot of this layout.
 */
MUST_USE enum err snapshot_read(struct arena *a,
    const struct snapshot_bytes *bytes, struct snapshot *snapshot);

/* Finds one office by its code, or by its id; NULL if there is none. */
const struct office *snapshot_office(
    const struct snapshot *b, const char *code);
const struct office *snapshot_office_by_id(
    const struct snapshot *b, int64_t id);

/* Sets *VALUE to rule P of an office, or to its national value if OFFICE_ID is
 * 0; false if the snapshot does not have that rule. */
bool snapshot_parameter(
    const struct snapshot *b, int64_t office_id, enum parameter p, int *value);

/* Sets *LIST to the slots of OFFICE, which must point into the snapshot, and to
 * the closed days.  `left` of each slot is 0.  The slots are in A, and the
 * caller is permitted to change them.  The closed days belong to the snapshot,
 * and the caller must not change them. */
void snapshot_slots(const struct snapshot *b, struct arena *a,
    const struct office *office, struct slot_list *list);

/* Finds one slot by its id and sets *SLOT, with `left` 0; false if the snapshot
 * does not have that slot. */
bool snapshot_slot(const struct snapshot *b, int64_t id, struct slot *slot);

/* The places left in slot ID when the snapshot was made; -1 if the snapshot
 * does not have that number.  snapshot_left_note replaces the number, in this
 * process only.
 */
int snapshot_left(const struct snapshot *b, int64_t id);
void snapshot_left_note(const struct snapshot *b, int64_t id, int left);

/* Groups the openings after NOW of offices that are not suspended by instant
 * and zone, soonest first.  Returns the number of groups, at most
 * OPENING_GROUPS_MAX. */
int snapshot_opening_groups(const struct snapshot *b, int64_t now,
    struct opening_group group[OPENING_GROUPS_MAX]);

/* The last day for which a visit can be booked at any office at NOW; DAY_NONE
 * if no opening is open. */
int32_t snapshot_last_day(const struct snapshot *b, int64_t now);

#endif
