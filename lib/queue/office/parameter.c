/* parameter.c - rules with a national default. */
#include "queue/office/parameter.h"

#include <assert.h>

#include "base/log.h"

const struct parameter_rule parameter_rules[PARAMETER_COUNT] = {
    [PARAMETER_ARRIVE_BEFORE] = {"arrive_before", 15, 60},
    [PARAMETER_GRACE] = {"grace", 0, 60},
    [PARAMETER_LIVE_PER_ACCOUNT] = {"live_per_account", 1, 20},
    [PARAMETER_PARTY] = {"party", 1, 5},
    [PARAMETER_SIGNIN_TRIES] = {"signin_tries", 3, 20},
    [PARAMETER_SIGNIN_ADDRESS] = {"signin_address", 30, 100000},
    [PARAMETER_REGISTER_ADDRESS] = {"register_address", 10, 100000},
    [PARAMETER_TAKEN_ADDRESS] = {"taken_address", 10, 100000},
    [PARAMETER_LOOKUP_TRIES] = {"lookup_tries", 1, 20},
};

enum {
	GET,
};

const struct db_query parameter_queries[] = {
    [GET] = {.name = "parameter_get",
	.sql = "SELECT COALESCE(o.value, p.value) FROM parameter p"
	       " LEFT JOIN office_parameter o ON o.name = p.name"
	       " AND o.office_id = ? WHERE p.name = ?",
	.in = "is",
	.out = "i"},
};
const size_t parameter_query_count =
    sizeof(parameter_queries) / sizeof(parameter_queries[0]);

int
parameter_bound(enum parameter p, int64_t value)
{
	const struct parameter_rule *rule = &parameter_rules[p];

	assert(p < PARAMETER_COUNT);
	if (value >= rule->low && value <= rule->high)
		return (int)value;
	log_warn("parameter", "name=%s value=%lld why=bounds", rule->name,
	    (long long)value);
	return value < rule->low ? rule->low : rule->high;
}

enum err
parameter_get(struct db *db, struct arena *a, int64_t office_id,
    enum parameter p, int *value)
{
	const char *name = parameter_rules[p].name;
	const struct db_value *row;
	enum err e = db_one(db, a, &parameter_queries[GET],
	    DB_IN(db_int(office_id), db_text(name)), &row);

	if (e == ERR_MISSING) {
		log_fault("parameter", "name=%s why=missing", name);
		return ERR_FAULT;
	}
	if (e == OK)
		*value = parameter_bound(p, row[0].i);
	return e;
}
