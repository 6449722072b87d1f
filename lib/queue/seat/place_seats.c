/* place_seats.c - writes the database's answer about seats into the seat
 * map. */
#include <stdlib.h>

#include "queue/seat/place_refresh_private.h"

static int
by_number(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

/* Reads the numbers of a list such as "3,1,2" and sorts them; NULL is an empty
 * list. */
static uint16_t *
numbers(struct arena *a, const char *list, size_t *count)
{
	size_t n = list != NULL, k = 0;
	uint16_t *out;

	for (const char *p = list; p != NULL && *p != '\0'; p++)
		n += *p == ',';
	out = ARENA_ARRAY(a, uint16_t, n);
	for (char *end; k < n; k++, list = end + (*end == ','))
		out[k] = (uint16_t)strtoul(list, &end, 10);
	qsort(out, n, sizeof(*out), by_number);
	*count = n;
	return out;
}

void
seats_write(struct place_map *m, struct arena *a, const struct db_rows *rows,
    int64_t began, int64_t *next_free, int fate[MAP_FATES])
{
	for (size_t i = 0; i < rows->count && fate[MAP_LATER] == 0; i++) {
		const struct db_value *row = db_cell(rows, i, 0);
		struct map_news news = {.slot_id = row[0].i, .began = began};
		const struct map_slot *s;

		news.place = numbers(a, row[1].s, &news.places);
		news.taken = numbers(a, row[2].s, &news.takens);
		fate[map_slot_write(m, &news)]++;
		s = next_free == NULL ? NULL : map_slot_find(m, row[0].i);
		if (s != NULL)
			next_free[s - m->data->slot] =
			    row[3].null ? 0 : row[3].i;
	}
}
