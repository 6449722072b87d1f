/* availability.c - decides whether a request uses the worker's files or the
 * database. */
#include "app/public/availability.h"

#include <string.h>

#include "app/public/availability_private.h"
#include "base/day.h"
#include "base/log.h"

#define ARENA_SIZE 16384
#define LISTED_SIZE 4096
#define LOG_EVERY 60 /* seconds between log lines about a bad snapshot */
#define STALE_AGE 15 /* seconds; see availability_asked */
#define SECOND INT64_C(1000000000)

static void
source_init(struct source *s)
{
	arena_init(&s->arena, ARENA_SIZE);
	for (int i = 0; i < LISTED_ENTRIES; i++)
		arena_init(&s->listed[i].arena, LISTED_SIZE);
}

static void
source_free(struct source *s)
{
	for (int i = 0; i < LISTED_ENTRIES; i++)
		arena_free(&s->listed[i].arena);
	arena_free(&s->arena);
}

static void
availability_end(void *arg)
{
	struct availability *av = arg;

	source_free(&av->written);
	source_free(&av->asked);
	arena_free(&av->scratch);
}

enum err
availability_start(struct app *app)
{
	struct availability *av = ARENA_NEW(&app->arena, struct availability);

	source_init(&av->written);
	source_init(&av->asked);
	arena_init(&av->scratch, ARENA_SIZE);
	arena_defer(&app->arena, availability_end, av);
	app->availability = av;
	return OK;
}

/* Logs that the seat map is trusted but its snapshot cannot be read.  The
 * reason "other", a file with another snapshot, is normal for a moment, while
 * the worker replaces both files. */
static void
log_lost(struct availability *av, const char *why)
{
	if (!day_due(&av->logged_at, LOG_EVERY))
		return;
	if (strcmp(why, "other") == 0)
		log_info("snapshot", "why=%s use=database", why);
	else
		log_warn("snapshot", "why=%s use=database", why);
}

/* Decodes BYTES, which are in the arena of S, into S and empties the caches of
 * S. */
static enum err
source_read(struct source *s, const struct snapshot_bytes *bytes)
{
	enum err e = snapshot_read(&s->arena, bytes, &s->snapshot);
	size_t n = (size_t)s->snapshot.offices;

	if (e != OK)
		return e;
	for (int i = 0; i < PARTY_MAX; i++) {
		s->sums.sum[i] = ARENA_ARRAY(&s->arena, struct slot_summary, n);
		s->sums.at[i] = ARENA_ARRAY(&s->arena, int64_t, n);
	}
	s->neighbours = ARENA_ARRAY(&s->arena, struct neighbours *, n);
	for (int i = 0; i < OFFERED_ENTRIES; i++)
		s->offered[i].at = 0;
	for (int i = 0; i < LISTED_ENTRIES; i++)
		s->listed[i].office_id = 0;
	s->loaded = true;
	return OK;
}

/* Loads the snapshot ID from the worker's file; false if the file has another
 * snapshot or cannot be read.  Tries at most once a second. */
static bool
written_load(struct cx *cx, struct availability *av, uint64_t id)
{
	struct source *s = &av->written;
	struct snapshot_bytes bytes;
	const char *why = "missing";
	enum err e;

	if (av->tried_at == cx_moment(cx))
		return false;
	s->loaded = false;
	arena_reset(&s->arena);
	av->tried_at = cx_moment(cx);
	e = snapshot_load(&s->arena, cx->app->conf.run_dir, &bytes);
	if (e == OK)
		e = source_read(s, &bytes);
	if (e == ERR_FAULT)
		why = "broken";
	if (e == OK && s->snapshot.id != id) {
		why = "other";
		e = ERR_MISSING;
	}
	if (e != OK) {
		s->loaded = false;
		log_lost(av, why);
		return false;
	}
	av->tried_at = 0;
	return true;
}

/* True if this request can use the worker's seat map and snapshot. */
static bool
written_good(struct cx *cx, struct availability *av)
{
	struct place_map *places = cx->app->places;
	uint64_t id;

	if (!place_map_trusted(places))
		return false;
	id = place_map_snapshot(places);
	return (av->written.loaded && av->written.snapshot.id == id) ||
	       (id != 0 && written_load(cx, av, id));
}

static bool
younger(const struct source *s, int seconds)
{
	return s->loaded && day_ticks() - s->made < seconds * SECOND;
}

enum err
availability_asked(struct cx *cx, struct source **out)
{
	struct source *s = &cx->app->availability->asked;
	const struct snapshot_wish wish = {.run_dir = cx->app->conf.run_dir,
	    .now = cx->now,
	    .age = AVAILABILITY_AGE,
	    .patience = younger(s, STALE_AGE) ? 0 : SNAPSHOT_PATIENCE};
	struct snapshot_bytes bytes;
	int64_t made;
	enum err e;

	*out = s;
	if (younger(s, AVAILABILITY_AGE))
		return OK;
	e = snapshot_ask(cx->db, cx->arena, &wish, &bytes, &made);
	if (e == ERR_BUSY && younger(s, STALE_AGE))
		return OK;
	if (e != OK)
		return e;
	arena_reset(&s->arena);
	s->loaded = false;
	bytes.data =
	    memcpy(arena_raw(&s->arena, bytes.len), bytes.data, bytes.len);
	e = source_read(s, &bytes);
	s->made = made;
	if (e != OK)
		log_fault("snapshot", "why=broken");
	return e;
}

enum err
availability_source(struct cx *cx, struct source **out)
{
	struct availability *av = cx->app->availability;

	if (av->judged != cx->req->ticks) {
		av->judged = cx->req->ticks;
		av->now = written_good(cx, av) ? &av->written : NULL;
	}
	if (av->now == NULL) {
		enum err e = availability_asked(cx, &av->now);

		if (e != OK) {
			av->now = NULL;
			return e;
		}
	}
	*out = av->now;
	return OK;
}

bool
availability_in_memory(struct cx *cx)
{
	struct availability *av = cx->app->availability;
	struct source *s;

	return availability_source(cx, &s) == OK && s == &av->written;
}

enum err
availability_snapshot(struct cx *cx, const struct snapshot **out)
{
	struct source *s;
	enum err e = availability_source(cx, &s);

	if (e == OK)
		*out = &s->snapshot;
	return e;
}

enum err
availability_parameter(
    struct cx *cx, int64_t office_id, enum parameter p, int *value)
{
	const struct snapshot *snapshot;
	enum err e = availability_snapshot(cx, &snapshot);

	if (e == OK && !snapshot_parameter(snapshot, office_id, p, value)) {
		log_fault("parameter", "name=%s why=missing",
		    parameter_rules[p].name);
		e = ERR_FAULT;
	}
	return e;
}

enum err
availability_calendar(struct cx *cx, struct calendar *out)
{
	int32_t today = day_national(cx->now);
	const struct snapshot *snapshot;
	enum err e = availability_snapshot(cx, &snapshot);

	if (e != OK)
		return e;
	out->groups = snapshot_opening_groups(snapshot, cx->now, out->group);
	out->last_day = snapshot_last_day(snapshot, cx->now);
	out->closed_count = 0;
	out->closed = ARENA_ARRAY(
	    cx->arena, struct closed_day, (size_t)snapshot->closed_count);
	for (int i = 0; i < snapshot->closed_count; i++) {
		const struct closed_day *d = &snapshot->closed[i];

		if (d->office_id == 0 && d->day >= today &&
		    d->day <= today + AVAILABILITY_AHEAD)
			out->closed[out->closed_count++] = *d;
	}
	return OK;
}

const char *
availability_kind(struct cx *cx, const struct snapshot *snapshot, size_t index)
{
	const char *kind = field_text(&cx->field, index);
	const struct service *s =
	    service_find(snapshot->service, snapshot->services, kind);

	if (!field_given(&cx->field, index))
		return "";
	if (s != NULL && s->bookable)
		return s->code;
	field_fail(&cx->field, index, "field.choice");
	return "";
}
