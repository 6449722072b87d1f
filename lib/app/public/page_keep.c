/* page_keep.c - a page of the crowd, made once and sent to many. */
#include "app/public/page_keep.h"

#include <string.h>

#define QUERY_MAX 160 /* bytes of a query worth keeping for */
#define BODY_MAX 16384

struct page_room {
	int64_t moment; /* it belongs to: cx_moment */
	uint64_t facts;
	int status;
	size_t len;
	char query[QUERY_MAX];
	char body[BODY_MAX];
};

struct page_rooms {
	struct page_room room[PAGE_KEEP_PAGES];
	unsigned next; /* to be used again */
};

static struct page_room *
find(struct cx *cx)
{
	struct page_rooms *all = cx->app->kept;

	for (int i = 0; all != NULL && i < PAGE_KEEP_PAGES; i++)
		if (strcmp(all->room[i].query, cx->req->query) == 0)
			return &all->room[i];
	return NULL;
}

bool
page_kept(struct cx *cx, uint64_t facts)
{
	const struct page_room *r = find(cx);

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
	struct page_room *r = find(cx);

	if (n >= QUERY_MAX || body->len > BODY_MAX)
		return;
	if (cx->app->kept == NULL)
		cx->app->kept = ARENA_NEW(&cx->app->arena, struct page_rooms);
	if (r == NULL)
		r = &cx->app->kept
		         ->room[cx->app->kept->next++ % PAGE_KEEP_PAGES];
	memcpy(r->query, cx->req->query, n + 1);
	memcpy(r->body, body->data, body->len);
	r->len = body->len;
	r->moment = cx_moment(cx);
	r->facts = facts;
	r->status = cx->reply->status;
}
