/* map.c - shows and changes the seat map of a host.
 *
 *	map RUN_DIR SLOT	places free in it; -1: the map is not trusted
 *				or does not know the slot
 *	map RUN_DIR SLOT mark	the same, and has the worker reread it
 *	map RUN_DIR SLOT take	claims a place and dies
 *	map RUN_DIR 0 round	when the worker last refreshed the map
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "queue/seat/place.h"
#include "queue/seat/place_map.h"

int
main(int argc, char **argv)
{
	struct place_map *map;
	struct place_wish wish = {.n = 1};
	struct arena a;
	int seat[PARTY_MAX], code = 0;

	if (argc < 3)
		return 2;
	log_open("map", LOG_WARN);
	arena_init(&a, 1024);
	map = place_map_open(&a, argv[1]);
	wish.slot_id = atoll(argv[2]);
	(void)place_map_trusted(map);
	if (argc > 3 && strcmp(argv[3], "round") == 0)
		printf("%lld\n", map->data == NULL
				     ? -1
				     : (long long)map->data->refreshed_at);
	else
		printf("%d\n", place_known(map, wish.slot_id));
	if (argc > 3 && strcmp(argv[3], "mark") == 0)
		place_mark(map, wish.slot_id);
	if (argc > 3 && strcmp(argv[3], "take") == 0)
		code = place_take(map, NULL, &a, &wish, seat) != OK;
	arena_free(&a);
	return code;
}
