/* info.c - requirements, fees and everything else people should know. */
#include "text/info.h"
#include "app/core/endpoint.h"
#include "base/day.h"
#include "text/words.h"

enum {
	TOPIC,
	FIELDS
};
static const struct field fields[FIELDS] = {
    [TOPIC] = {.name = "topic", .kind = FIELD_WORD, .high = 32},
};

static enum err
info_start(struct app *app)
{
	struct info *info = ARENA_NEW(&app->arena, struct info);

	app->info = info;
	return info_load(&app->arena, app->conf.pages_dir, info);
}

static void
show_index(struct cx *cx, struct view *v, const struct info *info)
{
	for (int i = 0; i < info->topics; i++) {
		const struct info_topic *t = &info->topic[i];
		struct view *item = view_item(v, "topics");

		view_text(item, "href",
		    cx_href(cx, "info", CX_ARGS({"topic", t->key})));
		view_text(item, "title", t->title.in[cx->lang]);
		view_text(item, "about", t->about.in[cx->lang]);
	}
}

static void
show_fees(struct cx *cx, struct view *item, const struct info_block *b)
{
	int32_t today = day_national(cx->now);

	for (int i = 0; i < b->fees; i++) {
		struct view *row;

		if (!info_fee_holds(b, i, today))
			continue;
		row = view_item(item, "rows");
		view_text(row, "name", b->fee[i].name.in[cx->lang]);
		view_text(row, "since",
		    words_date(cx->arena, cx->lang, b->fee[i].since));
		view_text(row, "amount",
		    words_money(cx->arena, cx->lang, b->fee[i].rupiah));
	}
}

static void
show_block(struct cx *cx, struct view *v, const struct info *info,
    const struct info_block *b)
{
	static const char *const flag[] = {
	    [INFO_HEADING] = "is_heading",
	    [INFO_PARA] = "is_para",
	    [INFO_LIST] = "is_list",
	    [INFO_STEPS] = "is_steps",
	    [INFO_FEES] = "is_fee",
	    [INFO_LINK] = "is_link",
	};
	struct view *item = view_item(v, "blocks");

	view_flag(item, flag[b->kind], true);
	if (b->kind == INFO_LINK) {
		view_text(item, "text",
		    info_find(info, b->topic)->title.in[cx->lang]);
		view_text(item, "href",
		    cx_href(cx, "info", CX_ARGS({"topic", b->topic})));
		return;
	}
	view_text(item, "text", b->text.in[cx->lang]);
	for (int i = 0; i < b->items; i++)
		view_text(
		    view_item(item, "items"), "text", b->item[i].in[cx->lang]);
	show_fees(cx, item, b);
}

static enum err
info_get(struct cx *cx)
{
	const struct info *info = cx->app->info;
	const struct info_topic *t;
	struct view *v;

	t = info_find(info, field_text(&cx->field, TOPIC));
	if (t == NULL && field_given(&cx->field, TOPIC))
		return ERR_MISSING;
	v = cx_page(cx, "info");
	if (t == NULL) {
		show_index(cx, v, info);
	} else {
		view_text(v, "topic", t->title.in[cx->lang]);
		view_text(
		    v, "asof", words_date(cx->arena, cx->lang, info->since));
		for (int i = 0; i < t->blocks; i++)
			show_block(cx, v, info, &t->block[i]);
	}
	return cx_send(cx, v, "info", 200);
}

static const struct endpoint info = {
    .name = "info",
    .methods = METHOD_GET,
    .role = ROLE_PUBLIC,
    .fields = fields,
    .field_count = FIELDS,
    .pages = (const char *const[]){"info", NULL},
    .start = (app_start *const[]){info_start, NULL},
    .get = info_get,
};

int
main(int argc, char **argv)
{
	return endpoint_main(&info, argc, argv);
}
