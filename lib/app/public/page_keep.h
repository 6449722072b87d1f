/* page_keep.h - a page of the crowd, made once and sent to many.
 *
 * When places open a process is asked for the same page hundreds of times
 * a second.  Within one second, for the same query and with the same facts, a
 * public page is the same bytes: so the last few are kept, and what was typed
 * wrong or has to do with a person never is.
 */
#ifndef APP_PUBLIC_PAGE_KEEP_H
#define APP_PUBLIC_PAGE_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "app/core/cx.h"

#define PAGE_KEEP_PAGES 8

/* Makes the kept page the answer, if there is one for this query in this
 * second, made of the same FACTS: a number that differs when anything but
 * query and second does. */
bool page_kept(struct cx *cx, uint64_t facts);

/* Keeps the answer, which cx_send has made. */
void page_keep(struct cx *cx, uint64_t facts);

/* FACTS with one more NUMBER in it. */
static inline uint64_t
page_fact(uint64_t facts, int64_t number)
{
	facts = (facts ^ (uint64_t)number) * UINT64_C(0x9e3779b97f4a7c15);
	return facts ^ facts >> 29;
}

#endif
