/* view.h - the values that go into a page.
 *
 * A view belongs to one page (or one item of a list in it) and one request.
 * Setting a name the page lacks, or writing a page with a text or address never
 * set, is logged as a warning when check_views is on (tests fail on it) and
 * otherwise ignored; a flag, a form value and a list may stay unset (false,
 * empty).  Text is copied only by the _f form: other strings must live as long
 * as the request.
 */
#ifndef WEB_PAGE_VIEW_H
#define WEB_PAGE_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "web/page/page.h"

struct view;

struct view *view_new(struct arena *a, const struct page *page, bool check);

/* Sets a text, form value or address (NULL counts as ""). */
void view_text(struct view *v, const char *name, const char *text);
/* The same; does nothing if the page lacks NAME, or has it in another list. */
void view_text_used(struct view *v, const char *name, const char *text);
void view_text_f(struct view *v, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void view_int(struct view *v, const char *name, int64_t n);
void view_flag(struct view *v, const char *name, bool on);

/* Appends an item to the list NAME and returns it for the caller to fill; names
 * that the item does not set are read from V.  An item has only the names used
 * inside the list; setting another one is like setting a name the page lacks.
 */
struct view *view_item(struct view *v, const char *name);

/* True if the page of V has NAME. */
bool view_has(const struct view *v, const char *name);

/* For page_write: the value of a name by its number; NULL if neither V nor an
 * outer view has set it. */
enum view_kind {
	VIEW_UNSET,
	VIEW_TEXT,
	VIEW_FLAG,
	VIEW_LIST
};
struct view_value {
	enum view_kind kind;
	bool on;
	const char *text;
	struct view *first, *last; /* of a list */
};
const struct view_value *view_value(const struct view *v, int number);
const struct view *view_next(const struct view *item);
bool view_checked(const struct view *v);

#endif
