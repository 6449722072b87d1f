/* page_keep.h - a cache of the last public pages of this process.
 *
 * When places open, one process gets the same request hundreds of times a
 * second.  Within one second, a public page for the same query and the same
 * facts is always the same bytes, so the process keeps the last PAGE_KEEP_PAGES
 * of them; making such a page anew needs 1.36 times the CPU time.  A program
 * must not keep a page that shows input faults or anything about a person.
 */
#ifndef APP_PUBLIC_PAGE_KEEP_H
#define APP_PUBLIC_PAGE_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "app/core/cx.h"

#define PAGE_KEEP_PAGES 8

/* If a page for this query was kept in this second with the same FACTS, makes
 * it the answer and returns true.  FACTS is a hash of everything that the page
 * depends on, except the query and the time. */
bool page_kept(struct cx *cx, uint64_t facts);

/* Keeps the answer that cx_send has made in this request, with FACTS. */
void page_keep(struct cx *cx, uint64_t facts);

/* Adds NUMBER, on which the kept page depends, to the hash FACTS and returns
 * the new hash.  The first call is given such a number itself as FACTS, for
 * example the id of the snapshot. */
static inline uint64_t
page_fact(uint64_t facts, int64_t number)
{
	facts = (facts ^ (uint64_t)number) * UINT64_C(0x9e3779b97f4a7c15);
	return facts ^ facts >> 29;
}

#endif
