/* place.c - the claim of places, asked of the database. */
#include "queue/place.h"

#include "base/crypt.h"

enum {
	LEFT,
	FREE,
};

const struct db_query place_queries[] = {
    [LEFT] = {.name = "place_left",
	.sql = "SELECT COUNT(*) FROM place p"
	       " LEFT JOIN applicant a"
	       " ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no"
	       " WHERE p.slot_id = ? AND p.pool = 'public'"
	       " AND p.held_for IS NULL"
	       " AND (p.free_from IS NULL OR p.free_from <= ?)"
	       " AND a.id IS NULL",
	.in = "it",
	.out = "i"},
    [FREE] = {.name = "place_free",
	.sql = "SELECT p.seat_no FROM place p"
	       " LEFT JOIN applicant a"
	       " ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no"
	       " WHERE p.slot_id = ? AND p.pool = 'public'"
	       " AND p.held_for IS NULL"
	       " AND (p.free_from IS NULL OR p.free_from <= ?)"
	       " AND a.id IS NULL"
	       " ORDER BY p.seat_no",
	.in = "it",
	.out = "i"},
};
const size_t place_query_count =
    sizeof(place_queries) / sizeof(place_queries[0]);

enum err
place_left(
    struct db *db, struct arena *a, int64_t slot_id, int64_t now, int *left)
{
	const struct db_value *row;
	enum err e = db_one(db, a, &place_queries[LEFT],
	    DB_IN(db_int(slot_id), db_int(now)), &row);

	if (e == OK)
		*left = (int)row[0].i;
	return e;
}

enum err
place_take(struct db *db, struct arena *a, int64_t slot_id, int n, int64_t now,
    int seat[PLACE_PARTY_MAX])
{
	struct db_rows free;
	size_t need = (size_t)n, taken = 0;
	uint32_t r;
	enum err e = db_rows(db, a, &place_queries[FREE],
	    DB_IN(db_int(slot_id), db_int(now)), &free);

	if (e != OK)
		return e;
	if (free.count < need)
		return ERR_FULL;
	/* a random choice keeps hosts apart; rising order keeps two bookings
	 * from waiting for each other's seats crosswise */
	for (size_t i = 0; i < free.count && taken < need; i++) {
		crypt_random(&r, sizeof(r));
		if (r % (free.count - i) < need - taken)
			seat[taken++] = (int)db_cell(&free, i, 0)->i;
	}
	return OK;
}

void
place_give_back(
    struct db *db, int64_t slot_id, int n, const int seat[PLACE_PARTY_MAX])
{
	/* nothing was noted anywhere: the rows of applicants are the truth */
	(void)db;
	(void)slot_id;
	(void)n;
	(void)seat;
}
