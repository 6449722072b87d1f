/* map.c - shows and changes the seat map of a host.
 *
 *	map RUN_DIR SLOT	free places of the slot; -1: the map is not
 *				trusted or does not know the slot
 *	map RUN_DIR SLOT mark	the same, and has the worker reread it
 *	map RUN_DIR SLOT take	claims a place and dies
 *	map RUN_DIR SLOT hold	claims a place and lives until it is ended
 *	map RUN_DIR SLOT spoil	writes that a free place is taken
 *	map RUN_DIR 0 round	when the worker last refreshed the map
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "queue/seat/place.h"
#include "queue/seat/place_map.h"

/* Makes the claimed places of the slot ID taken places, as if an applicant had
 * booked each. */
static void
spoil(struct place_map *map, int64_t id)
{
	const struct map_slot *s = map_slot_find(map, id);
	struct seat *seat = s == NULL ? NULL : &map->data->seat[s->first];

	for (uint32_t i = 0; s != NULL && i < s->count; i++)
		if (seat[i].state == SEAT_CLAIMED)
			seat[i].state = SEAT_TAKEN;
}

/* Marks the slot for rereading, as a program does that finds the slot locked by
 * a dead process. */
static void
mark(struct place_map *map, int64_t id)
{
	struct map_slot *s = map_writes(map) ? map_slot_find(map, id) : NULL;

	if (s != NULL)
		map_slot_mark(map, s);
}

static bool
takes(const char *word)
{
	return strcmp(word, "take") == 0 || strcmp(word, "hold") == 0 ||
	       strcmp(word, "spoil") == 0;
}

int
main(int argc, char **argv)
{
	struct place_map *map;
	struct place_wish wish = {.n = 1};
	struct arena a;
	const char *word = argc > 3 ? argv[3] : "";
	int seat[PARTY_MAX], code = 0;

	if (argc < 3)
		return 2;
	log_open("map", LOG_WARN);
	arena_init(&a, 1024);
	map = place_map_open(&a, argv[1]);
	wish.slot_id = atoll(argv[2]);
	(void)place_map_trusted(map);
	if (strcmp(word, "round") == 0)
		printf("%lld\n", map->data == NULL
				     ? -1
				     : (long long)map->data->refreshed_at);
	else
		printf("%d\n", place_known(map, wish.slot_id));
	if (strcmp(word, "mark") == 0)
		mark(map, wish.slot_id);
	if (takes(word))
		code = place_take(map, NULL, &a, &wish, seat) != OK;
	if (strcmp(word, "spoil") == 0)
		spoil(map, wish.slot_id);
	if (strcmp(word, "hold") == 0)
		pause();
	arena_free(&a);
	return code;
}
