/* snapshot_read.c - checks and decodes the bytes of a snapshot. */
#include "queue/seat/snapshot_private.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define NUMBERS 65536 /* ids of offices are SMALLINT UNSIGNED */

static bool
offices_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	int *at;
	size_t n;

	if (!rowcodec_open(p, OFFICE_TYPES, &n) || n >= NUMBERS)
		return false;
	b->office = ARENA_ARRAY(a, struct office, n);
	b->offices = (int)n;
	for (size_t i = 0; i < n; i++) {
		if (!rowcodec_row(p, OFFICE_TYPES, cell) || cell[0].i < 0 ||
		    cell[0].i >= NUMBERS)
			return false;
		office_read(cell, &b->office[i]);
		if (cell[0].i >= b->office_numbers)
			b->office_numbers = (int)cell[0].i + 1;
	}
	b->office_at = at = ARENA_ARRAY(a, int, (size_t)b->office_numbers);
	for (int i = 0; i < b->office_numbers; i++)
		at[i] = -1;
	for (int i = 0; i < b->offices; i++)
		at[b->office[i].id] = i;
	return true;
}

static bool
services_read(struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	size_t n;

	if (!rowcodec_open(p, SERVICE_TYPES, &n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!rowcodec_row(p, SERVICE_TYPES, cell))
			return false;
		if (b->services < SERVICE_MAX)
			service_read(cell, &b->service[b->services++]);
	}
	return true;
}

static bool
rules_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	struct snapshot_rule *rule;
	size_t n;

	if (!rowcodec_open(p, SNAPSHOT_RULE_TYPES, &n))
		return false;
	b->rule = rule = ARENA_ARRAY(a, struct snapshot_rule, n);
	b->rules = (int)n;
	for (size_t i = 0; i < n; i++) {
		if (!rowcodec_row(p, SNAPSHOT_RULE_TYPES, cell))
			return false;
		rule[i] = (struct snapshot_rule){
		    cell[0].s, cell[1].i, (int)cell[2].i};
	}
	return true;
}

static bool
closed_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	size_t n;

	if (!rowcodec_open(p, CLOSED_DAY_TYPES, &n))
		return false;
	b->closed = ARENA_ARRAY(a, struct closed_day, n);
	b->closed_count = (int)n;
	for (size_t i = 0; i < n; i++) {
		if (!rowcodec_row(p, CLOSED_DAY_TYPES, cell))
			return false;
		closed_day_read(cell, &b->closed[i]);
	}
	return true;
}

/* The statements of a snapshot run one after the other.  An opening or slot of
 * an office is left out here if that office was added between two statements;
 * the next snapshot has it. */
static bool
openings_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	size_t n;

	if (!rowcodec_open(p, SNAPSHOT_OPENING_TYPES, &n))
		return false;
	b->opening = ARENA_ARRAY(a, struct snapshot_opening, n);
	for (size_t i = 0; i < n; i++) {
		const struct office *o;

		if (!rowcodec_row(p, SNAPSHOT_OPENING_TYPES, cell))
			return false;
		o = snapshot_office_by_id(b, cell[0].i);
		if (o == NULL)
			continue;
		b->opening[b->openings++] = (struct snapshot_opening){
		    .office = o,
		    .first = (int32_t)cell[1].i,
		    .last = (int32_t)cell[2].i,
		    .opens_at = cell[3].i,
		    .closes_at = cell[4].i,
		};
	}
	return true;
}

static int
mark_compare(const void *a, const void *b)
{
	const struct snapshot_mark *p = a, *q = b;

	return (p->id > q->id) - (p->id < q->id);
}

static bool
slots_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	struct snapshot_mark *mark;
	struct snapshot_run *run;
	size_t n;

	if (!rowcodec_open(p, SLOT_TYPES, &n))
		return false;
	b->run = run = ARENA_ARRAY(a, struct snapshot_run, (size_t)b->offices);
	b->mark = mark = ARENA_ARRAY(a, struct snapshot_mark, n);
	for (size_t i = 0; i < n; i++) {
		struct rowcodec row = *p;
		const struct office *o;
		struct snapshot_run *r;

		if (!rowcodec_row(p, SLOT_TYPES, cell))
			return false;
		o = snapshot_office_by_id(b, cell[1].i);
		if (o == NULL)
			continue;
		r = &run[o - b->office];
		if (r->count++ == 0)
			r->rows = row;
		mark[b->slots++] = (struct snapshot_mark){(uint32_t)cell[0].i,
		    (uint32_t)(row.at - (const unsigned char *)b->bytes.data)};
	}
	qsort(mark, (size_t)b->slots, sizeof(*mark), mark_compare);
	return true;
}

/* The index of slot ID among the marks; -1 if there is none. */
static int
mark_find(const struct snapshot *b, int64_t id)
{
	const struct snapshot_mark want = {.id = (uint32_t)id};
	const struct snapshot_mark *m = bsearch(
	    &want, b->mark, (size_t)b->slots, sizeof(want), mark_compare);

	return m == NULL || id != m->id ? -1 : (int)(m - b->mark);
}

static bool
left_read(struct arena *a, struct rowcodec *p, struct snapshot *b)
{
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	size_t n;

	if (!rowcodec_open(p, SNAPSHOT_LEFT_TYPES, &n))
		return false;
	b->left = ARENA_ARRAY(a, int, (size_t)b->slots);
	for (int i = 0; i < b->slots; i++)
		b->left[i] = -1;
	for (size_t i = 0; i < n; i++) {
		if (!rowcodec_row(p, SNAPSHOT_LEFT_TYPES, cell) ||
		    cell[1].i < 0 || cell[1].i > INT_MAX)
			return false;
		snapshot_left_note(b, cell[0].i, (int)cell[1].i);
	}
	return p->at == p->end;
}

int
snapshot_left(const struct snapshot *b, int64_t id)
{
	int i = mark_find(b, id);

	return i < 0 ? -1 : b->left[i];
}

void
snapshot_left_note(const struct snapshot *b, int64_t id, int left)
{
	int i = mark_find(b, id);

	if (i >= 0)
		b->left[i] = left;
}

enum err
snapshot_read(struct arena *a, const struct snapshot_bytes *bytes,
    struct snapshot *snapshot)
{
	struct snapshot b = {.id = bytes->id, .bytes = *bytes};
	struct rowcodec p;

	if (!snapshot_bytes_open(bytes, &p) || !offices_read(a, &p, &b) ||
	    !services_read(&p, &b) || !rules_read(a, &p, &b) ||
	    !closed_read(a, &p, &b) || !openings_read(a, &p, &b) ||
	    !slots_read(a, &p, &b) || !left_read(a, &p, &b))
		return ERR_FAULT;
	*snapshot = b;
	return OK;
}

void
snapshot_slots(const struct snapshot *b, struct arena *a,
    const struct office *office, struct slot_list *list)
{
	struct snapshot_run run = b->run[office - b->office];
	struct db_value cell[ROWCODEC_COLUMNS_MAX];

	*list = (struct slot_list){
	    .slot = ARENA_ARRAY(a, struct slot, (size_t)run.count),
	    .closed = b->closed,
	    .closed_count = b->closed_count,
	};
	while (list->count < run.count &&
	       rowcodec_row(&run.rows, SLOT_TYPES, cell)) {
		struct slot *s = &list->slot[list->count++];

		slot_read(cell, s);
		slot_close(b->closed, b->closed_count, s);
	}
}

bool
snapshot_slot(const struct snapshot *b, int64_t id, struct slot *slot)
{
	const unsigned char *begin = (const unsigned char *)b->bytes.data;
	struct db_value cell[ROWCODEC_COLUMNS_MAX];
	int i = mark_find(b, id);
	struct rowcodec row;

	if (i < 0)
		return false;
	row = (struct rowcodec){begin + b->mark[i].at, begin + b->bytes.len};
	if (!rowcodec_row(&row, SLOT_TYPES, cell))
		return false;
	slot_read(cell, slot);
	slot_close(b->closed, b->closed_count, slot);
	return true;
}
