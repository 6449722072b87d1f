/* availability.c - what everybody may know: from memory, or of the database. */
#include "app/public/availability.h"

#include <string.h>

#include "app/public/availability_private.h"
#include "base/day.h"
#include "base/log.h"

#define ARENA_SIZE 16384
#define LISTED_SIZE 4096
#define SAY_EVERY 60 /* seconds between lines about lost memory */

static void
kept_end(struct kept *k)
{
	if (k->arena.block != NULL)
		arena_free(&k->arena);
}

static void
availability_end(void *arg)
{
	struct availability *av = arg;

	kept_end(&av->sql_kept);
	for (int i = 0; i < PROVINCES; i++)
		kept_end(&av->province[i].kept);
	for (int i = 0; i < LISTED_ROOMS; i++)
		arena_free(&av->memory.listed[i].arena);
	arena_free(&av->memory.scratch);
	arena_free(&av->memory.arena);
}

enum err
availability_start(struct app *app)
{
	struct availability *av = ARENA_NEW(&app->arena, struct availability);

	arena_init(&av->memory.arena, ARENA_SIZE);
	arena_init(&av->memory.scratch, ARENA_SIZE);
	for (int i = 0; i < LISTED_ROOMS; i++)
		arena_init(&av->memory.listed[i].arena, LISTED_SIZE);
	arena_defer(&app->arena, availability_end, av);
	app->availability = av;
	return OK;
}

bool
kept_fresh(const struct kept *k, int64_t now)
{
	return k->at != 0 && k->at <= now && now < k->at + AVAILABILITY_AGE;
}

void
kept_renew(struct kept *k)
{
	if (k->arena.block == NULL)
		arena_init(&k->arena, ARENA_SIZE);
	else
		arena_reset(&k->arena);
	k->at = 0;
}

/* The map is trusted and its snapshot cannot be had: for a moment while both
 * are being replaced, or because somebody spoilt the file. */
static void
say_lost(struct memory *m, const char *why)
{
	if (!day_due(&m->said_at, SAY_EVERY))
		return;
	if (strcmp(why, "other") == 0)
		log_info("snapshot", "why=%s use=database", why);
	else
		log_warn("snapshot", "why=%s use=database", why);
}

static void
tables_make(struct memory *m)
{
	size_t n = (size_t)m->snapshot.offices;

	for (int i = 0; i < PARTY_MAX; i++) {
		m->sums.sum[i] = ARENA_ARRAY(&m->arena, struct slot_summary, n);
		m->sums.at[i] = ARENA_ARRAY(&m->arena, int64_t, n);
	}
	m->neighbours = ARENA_ARRAY(&m->arena, struct neighbours *, n);
	/* what points into the snapshot before */
	for (int i = 0; i < OFFERS_ROOMS; i++)
		m->offered[i].at = 0;
	for (int i = 0; i < LISTED_ROOMS; i++)
		m->listed[i].office_id = 0;
}

/* Loads the snapshot with number ID; false, at most once a second, if that is
 * not what the file holds. */
static bool
memory_load(struct cx *cx, struct memory *m, uint64_t id)
{
	struct snapshot_bytes bytes;
	const char *why = "missing";
	enum err e;

	if (m->tried_at == cx_moment(cx))
		return false;
	arena_reset(&m->arena);
	m->loaded = false;
	m->tried_at = cx_moment(cx);
	e = snapshot_load(&m->arena, cx->app->conf.run_dir, &bytes);
	if (e == OK)
		e = snapshot_read(&m->arena, &bytes, &m->snapshot);
	if (e != OK && e != ERR_MISSING)
		why = "broken";
	if (e == OK && m->snapshot.id != id) {
		why = "other";
		e = ERR_MISSING;
	}
	if (e != OK) {
		say_lost(m, why);
		return false;
	}
	tables_make(m);
	m->loaded = true;
	m->tried_at = 0;
	return true;
}

const struct snapshot *
availability_memory(struct cx *cx)
{
	struct availability *av = cx->app->availability;
	struct memory *m = &av->memory;
	struct place_map *places = cx->app->places;
	uint64_t id;

	if (av->judged == cx->req->ticks)
		return av->snapshot;
	av->judged = cx->req->ticks;
	av->snapshot = NULL;
	if (!place_map_trusted(places))
		return NULL;
	id = place_map_snapshot(places);
	if ((m->loaded && m->snapshot.id == id) ||
	    (id != 0 && memory_load(cx, m, id)))
		av->snapshot = &m->snapshot;
	return av->snapshot;
}

bool
availability_in_memory(struct cx *cx)
{
	return availability_memory(cx) != NULL;
}

enum err
availability_snapshot(struct cx *cx, const struct snapshot **out)
{
	struct availability *av = cx->app->availability;
	struct kept *k = &av->sql_kept;
	const struct snapshot *snapshot = availability_memory(cx);

	if (snapshot == NULL && !kept_fresh(k, cx->now)) {
		struct snapshot_bytes bytes;
		enum err e;

		kept_renew(k);
		e = snapshot_make(cx->db, &k->arena, cx->now, false, &bytes);
		if (e == OK)
			e = snapshot_read(&k->arena, &bytes, &av->sql);
		if (e != OK)
			return e;
		k->at = cx->now;
	}
	*out = snapshot == NULL ? &av->sql : snapshot;
	return OK;
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
	int32_t today = day_local(cx->now, 420);
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
