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

static const struct {
	const char *name;
	enum audit_object object;
} acts[AUDIT_ACTS] = {
#define ROW(act, name, object) [AUDIT_##act] = {name, AUDIT_##object},
    [AUDIT_NO_ACT] = {"", AUDIT_NO_OBJECT}, AUDIT_ACT_LIST(ROW)
#undef ROW
};

static const char *const objects[AUDIT_OBJECTS] = {
#define ROW(object, name) [AUDIT_##object] = name,
    [AUDIT_NO_OBJECT] = "", AUDIT_OBJECT_LIST(ROW)
#undef ROW
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
