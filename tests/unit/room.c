/* room.c - a folder with the seat map of one slot, as worker and program see
 * it. */
#include "unit.h"

#include "room.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/day.h"
#include "db/db.h"

enum map_fate
room_write(struct room *r, size_t places, const uint16_t *taken, size_t takens,
    int64_t began)
{
	static uint16_t place[2 * MAP_SLOT_SEATS];
	struct map_news news = {.slot_id = ROOM_SLOT,
	    .began = began,
	    .place = place,
	    .places = places,
	    .taken = taken,
	    .takens = takens};

	for (size_t i = 0; i < places; i++)
		place[i] = (uint16_t)(3 * i + 1);
	return map_slot_write(&r->writer, &news);
}

void
room_publish(struct room *r)
{
	r->published = day_ticks();
	atomic_store(&r->writer.data->refreshed_at, r->published);
}

void
room_enter(struct room *r)
{
	r->map = place_map_open(&r->arena, r->dir);
	assert_true(place_map_trusted(r->map));
}

void
room_renew(struct room *r)
{
	map_close(&r->writer);
	unlink(r->writer.path);
	assert_int_equal(map_make(&r->writer), OK);
	assert_int_equal(
	    room_write(r, ROOM_PLACES, NULL, 0, day_ticks()), MAP_WRITTEN);
	room_publish(r);
	room_enter(r);
}

int
room_make(void **state)
{
	struct room *r = calloc(1, sizeof(*r));
	char path[80];

	snprintf(r->dir, sizeof(r->dir), "/tmp/antrean-map.XXXXXX");
	if (mkdtemp(r->dir) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/map", r->dir);
	mkdir(path, 0700);
	arena_init(&r->arena, 1024);
	r->writer.path = arena_printf(&r->arena, "%s/seats.map", path);
	r->writer.worker = true;
	r->conf = (struct conf){.db_host = "",
	    .db_socket = arena_printf(&r->arena, "%s/nobody", r->dir),
	    .db_name = "nothing",
	    .db_user = "nobody",
	    .db_password_file = "",
	    .db_timeout = 1};
	r->db = db_new(&r->arena, &r->conf);
	room_renew(r);
	*state = r;
	return 0;
}

int
room_drop(void **state)
{
	struct room *r = *state;
	char path[80];

	map_close(&r->writer);
	unlink(r->writer.path);
	snprintf(path, sizeof(path), "%s/map", r->dir);
	rmdir(path);
	rmdir(r->dir);
	arena_free(&r->arena);
	free(r);
	return 0;
}

enum err
room_take(struct room *r, int n, int *seat)
{
	const struct place_wish wish = {ROOM_SLOT, n, ROOM_NOW};

	/* only the map can give OK and ERR_FULL; the database is away */
	return place_take(r->map, r->db, &r->arena, &wish, seat);
}

pid_t
room_step(struct room *r, const struct room_act *act, long steps, long *done,
    int *status)
{
	pid_t child = fork();

	if (child == 0) {
		room_enter(r);
		if (act->prepare != NULL)
			act->prepare(r);
		if (!map_writes(r->map) ||
		    ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
			_exit(ROOM_CANNOT);
		raise(SIGSTOP);
		act->run(r);
		_exit(0);
	}
	waitpid(child, status, 0);
	for (*done = 0; WIFSTOPPED(*status) && *done < steps; ++*done) {
		if (ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) != 0)
			break;
		waitpid(child, status, 0);
	}
	return child;
}
