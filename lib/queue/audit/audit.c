/* audit.c - records who did what. */
#include "queue/audit/audit.h"

#include <assert.h>

#include "base/names.h"

#define LINE                                                                   \
	" (at, actor, actor_id, act, object, object_id, office_id)"            \
	" VALUES (?, ?, ?, ?, ?, ?, ?)"

enum {
	WRITE,
	WRITE_PUBLIC,
};

const struct db_query audit_queries[] = {
    [WRITE] = {.name = "audit_write",
	.sql = "INSERT INTO audit" LINE,
	.in = "tsissii"},
    [WRITE_PUBLIC] = {.name = "audit_write_public",
	.sql = "INSERT INTO audit_public" LINE,
	.in = "tsissii"},
};
const size_t audit_query_count =
    sizeof(audit_queries) / sizeof(audit_queries[0]);

/* The name of each act and the kind of its object.  tests/db/names.t compares
 * the names with the CHECK audit_act. */
static const struct {
	const char *name;
	enum audit_object object;
} acts[AUDIT_ACTS] = {
    [AUDIT_NO_ACT] = {"", AUDIT_NO_OBJECT},
    [AUDIT_ACCOUNT_MAKE] = {"account.make", AUDIT_ACCOUNT},
    [AUDIT_APPLICANT_LAPSE] = {"applicant.lapse", AUDIT_APPLICANT},
    [AUDIT_BOOKING_MAKE] = {"booking.make", AUDIT_BOOKING},
    [AUDIT_HOLIDAY_IMPORT] = {"holiday.import", AUDIT_FILE},
    [AUDIT_OFFICE_IMPORT] = {"office.import", AUDIT_FILE},
    [AUDIT_OPENING_MAKE] = {"opening.make", AUDIT_OFFICE},
    [AUDIT_PERSON_ADD] = {"person.add", AUDIT_PERSON},
    [AUDIT_PERSON_REMOVE] = {"person.remove", AUDIT_PERSON},
    [AUDIT_PROOF_READ] = {"proof.read", AUDIT_BOOKING},
    [AUDIT_QUOTA_IMPORT] = {"quota.import", AUDIT_FILE},
    [AUDIT_REGION_IMPORT] = {"region.import", AUDIT_FILE},
    [AUDIT_ROSTER_CSV] = {"roster.csv", AUDIT_DAY},
    [AUDIT_ROSTER_PDF] = {"roster.pdf", AUDIT_DAY},
    [AUDIT_ROSTER_READ] = {"roster.read", AUDIT_DAY},
    [AUDIT_SESSION_BEGIN] = {"session.begin", AUDIT_SESSION},
    [AUDIT_SESSION_END] = {"session.end", AUDIT_SESSION},
    [AUDIT_SESSION_REFUSED] = {"session.refused", AUDIT_SESSION},
    [AUDIT_STAFF_ADD] = {"staff.add", AUDIT_STAFF},
    [AUDIT_STAFF_DISABLE] = {"staff.disable", AUDIT_STAFF},
    [AUDIT_TICKET_READ] = {"ticket.read", AUDIT_BOOKING},
};

static const char *const objects[AUDIT_OBJECTS] = {
    [AUDIT_NO_OBJECT] = "",
    [AUDIT_ACCOUNT] = "account",
    [AUDIT_APPLICANT] = "applicant",
    [AUDIT_BOOKING] = "booking",
    [AUDIT_DAY] = "day",
    [AUDIT_FILE] = "file",
    [AUDIT_OFFICE] = "office",
    [AUDIT_PERSON] = "person",
    [AUDIT_SESSION] = "session",
    [AUDIT_STAFF] = "staff",
};

const char *
audit_act_name(enum audit_act act)
{
	assert(act < AUDIT_ACTS);
	return acts[act].name;
}

const char *
audit_object_name(enum audit_object object)
{
	return names_of(objects, AUDIT_OBJECTS, (int)object);
}

static struct db_value
number(int64_t id)
{
	return id == 0 ? db_null() : db_int(id);
}

/* True if the line can be written through the view audit_public.  Programs of
 * applicants have no privilege to write the table `audit` itself. */
static bool
of_public(const struct actor *by, const struct audit *audit)
{
	return by->kind == ACTOR_ACCOUNT || by->kind == ACTOR_CODE ||
	       (by->kind == ACTOR_SYSTEM &&
		   audit->act == AUDIT_APPLICANT_LAPSE);
}

enum err
audit_write(struct db *db, const struct actor *by, const struct audit *audit)
{
	int query = of_public(by, audit) ? WRITE_PUBLIC : WRITE;
	const char *act = audit_act_name(audit->act);

	return db_run(db, &audit_queries[query],
	    DB_IN(db_int(by->now), db_text(actor_name(by->kind)),
		number(by->id), db_text(act),
		db_text(audit_object_name(acts[audit->act].object)),
		number(audit->object_id), number(audit->office_id)),
	    NULL);
}
