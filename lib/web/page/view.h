/* view.h - the values that go into a page.
 *
 * A view belongs to one request and to one page or one item of a list in that
 * page.  When check_views is on, as in tests, two faults are logged as
 * warnings: the program sets a name that the page lacks, or writes a page with
 * a text or address that it never set.  Otherwise they are ignored.  A flag, a
 * form value and a list can stay unset: then they are false or empty.  Only
 * view_text_f() makes a copy of the text; other strings must live as long as
 * the request.
 */
#ifndef WEB_PAGE_VIEW_H
#define WEB_PAGE_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "web/page/page.h"

struct view;

/* Returns an empty view of PAGE, in A; CHECK is the setting check_views. */
struct view *view_new(struct arena *a, const struct page *page, bool check);

/* Sets a text, form value or address (NULL counts as ""). */
void view_text(struct view *v, const char *name, const char *text);
/* As view_text, except that it does nothing, and logs nothing, if the page
 * lacks NAME or has NAME only in another list. */
void view_text_used(struct view *v, const char *name, const char *text);
/* As view_text, with a text that is formatted as by printf. */
void view_text_f(struct view *v, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void view_int(struct view *v, const char *name, int64_t n);
void view_flag(struct view *v, const char *name, bool on);

/* Appends an item to the list NAME and returns the item, which the caller
 * fills.  Names that the item does not set are read from V.  An item has only
 * the names used inside the list; setting another name in it is like setting a
 * name that the page lacks.  If the page lacks the list, the item is never
 * shown. */
struct view *view_item(struct view *v, const char *name);

/* True if the page of V has NAME. */
bool view_has(const struct view *v, const char *name);

/* The rest is for page_write(). */
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

/* The value of the name NUMBER; NULL if neither V nor a view around it has set
 * the name. */
const struct view_value *view_value(const struct view *v, int number);

/* The next item of the list; NULL after the last. */
const struct view *view_next(const struct view *item);

/* True if check_views is on for V. */
bool view_checked(const struct view *v);

#endif
