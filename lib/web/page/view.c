/* view.c - the values that go into a page. */
#include "web/page/view.h"

#include <string.h>

#include "base/log.h"
#include "web/page/page_private.h"

struct view {
	struct arena *arena;
	const struct page *page;
	const struct scope *scope; /* the names this view can set */
	const struct view *outer;
	struct view *next; /* next item of the same list */
	bool check;
	struct view_value value[]; /* indexed by slot of the scope */
};

static struct view *
view_in(struct arena *a, const struct page *page, const struct scope *scope)
{
	struct view *v = arena_alloc(
	    a, sizeof(*v) + (size_t)scope->count * sizeof(struct view_value));

	v->arena = a;
	v->page = page;
	v->scope = scope;
	return v;
}

struct view *
view_new(struct arena *a, const struct page *page, bool check)
{
	struct view *v = view_in(a, page, &page->all);

	v->check = check;
	return v;
}

/* The value of the name NUMBER in V; NULL if the scope of V does not have the
 * name, with a warning that names NAME if check_views is on. */
static struct view_value *
place_of(struct view *v, int number, const char *name)
{
	if (number >= 0 && v->scope->slot[number] >= 0)
		return &v->value[v->scope->slot[number]];
	if (v->check)
		log_warn("view", "page=%s name=%s why=%s", v->page->name, name,
		    number < 0 ? "unknown" : "not_in_this_list");
	return NULL;
}

static struct view_value *
place(struct view *v, const char *name)
{
	return place_of(v, page_find_name(v->page, name), name);
}

static void
set_text(struct view_value *p, const char *text)
{
	if (p != NULL)
		*p = (struct view_value){
		    .kind = VIEW_TEXT, .text = text == NULL ? "" : text};
}

void
view_text(struct view *v, const char *name, const char *text)
{
	set_text(place(v, name), text);
}

void
view_text_used(struct view *v, const char *name, const char *text)
{
	int number = page_find_name(v->page, name);

	if (number >= 0 && v->scope->slot[number] >= 0)
		set_text(place_of(v, number, name), text);
}

void
view_text_f(struct view *v, const char *name, const char *fmt, ...)
{
	struct view_value *p = place(v, name);
	va_list ap;

	if (p == NULL)
		return;
	va_start(ap, fmt);
	*p = (struct view_value){
	    .kind = VIEW_TEXT, .text = arena_vprintf(v->arena, fmt, ap)};
	va_end(ap);
}

void
view_int(struct view *v, const char *name, int64_t n)
{
	view_text(v, name, arena_number(v->arena, n));
}

void
view_flag(struct view *v, const char *name, bool on)
{
	struct view_value *p = place(v, name);

	if (p != NULL)
		*p = (struct view_value){.kind = VIEW_FLAG, .on = on};
}

struct view *
view_item(struct view *v, const char *name)
{
	struct view_value *p = place(v, name);
	const struct scope *scope = NULL;
	struct view *item;

	if (p != NULL)
		scope = v->page->list[page_find_name(v->page, name)];
	if (scope == NULL) {
		/* the page lacks the list: return an item that no page shows,
		 * so that the caller can fill it all the same */
		if (p != NULL && v->check)
			log_warn("view", "page=%s name=%s why=no_list",
			    v->page->name, name);
		item = view_in(v->arena, v->page, &v->page->none);
		return item;
	}
	item = view_in(v->arena, v->page, scope);
	item->check = v->check;
	item->outer = v;
	if (p->kind != VIEW_LIST)
		*p = (struct view_value){.kind = VIEW_LIST, .first = item};
	else
		p->last->next = item;
	p->last = item;
	return item;
}

bool
view_has(const struct view *v, const char *name)
{
	return page_find_name(v->page, name) >= 0;
}

const struct view_value *
view_value(const struct view *v, int number)
{
	for (; v != NULL; v = v->outer) {
		int slot = v->scope->slot[number];

		if (slot >= 0 && v->value[slot].kind != VIEW_UNSET)
			return &v->value[slot];
	}
	return NULL;
}

const struct view *
view_next(const struct view *item)
{
	return item->next;
}

bool
view_checked(const struct view *v)
{
	return v->check;
}
