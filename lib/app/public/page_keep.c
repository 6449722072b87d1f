/* page_keep.c - a cache of the last public pages of this process. */
#include "app/public/page_keep.h"

#include <string.h>

#define QUERY_MAX 160 /* bytes; a page with a longer query is not kept */
#define BODY_MAX 16384

struct cached_page {
	int64_t moment; /* cx_moment when the page was made */
	uint64_t facts;
	int status;
	size_t len;
	char query[QUERY_MAX];
	char body[BODY_MAX];
};

struct page_cache {
	struct cached_page page[PAGE_KEEP_PAGES];
	unsigned next; /* entry to overwrite next */
};

static struct cached_page *
find(struct cx *cx)
{
	struct page_cache *all = cx->app->page_cache;

	for (int i = 0; all != NULL && i < PAGE_KEEP_PAGES; i++)
		if (strcmp(all->page[i].query, cx->req->query) == 0)
			return &all->page[i];
	return NULL;
}

bool
page_kept(struct cx *cx, uint64_t facts)
{
	const struct cached_page *r = find(cx);

	if (r == NULL || r->len == 0 || r->moment != cx_moment(cx) ||
	    r->facts != facts)
		return false;
	buf_put(&cx->reply->body, r->body, r->len);
	cx_head(cx, r->status);
	return true;
}

void
page_keep(struct cx *cx, uint64_t facts)
{
	const struct buf *body = &cx->reply->body;
	size_t n = strlen(cx->req->query);
	struct cached_page *r = find(cx);

	if (n >= QUERY_MAX || body->len > BODY_MAX)
		return;
	if (cx->app->page_cache == NULL)
		cx->app->page_cache =
		    ARENA_NEW(&cx->app->arena, struct page_cache);
	if (r == NULL)
		r = &cx->app->page_cache
		         ->page[cx->app->page_cache->next++ % PAGE_KEEP_PAGES];
	memcpy(r->query, cx->req->query, n + 1);
	memcpy(r->body, body->data, body->len);
	r->len = body->len;
	r->moment = cx_moment(cx);
	r->facts = facts;
	r->status = cx->reply->status;
}
