/* service.c - kinds of application. */
#include "queue/office/service.h"

#include <string.h>

#include "queue/office/columns.h"

const struct db_query service_queries[] = {
    {.name = "service_list",
	.sql = "SELECT " SERVICE_COLUMNS " FROM service ORDER BY sort",
	.in = "",
	.out = SERVICE_TYPES,
	.scan = true},
};
const size_t service_query_count =
    sizeof(service_queries) / sizeof(service_queries[0]);

void
service_read(const struct db_value *row, struct service *s)
{
	s->id = (int)row[0].i;
	s->code = row[1].s;
	s->bookable = row[2].i != 0;
	s->replaces = row[3].i != 0;
}

enum err
service_list(
    struct db *db, struct arena *a, struct service out[SERVICE_MAX], int *count)
{
	struct db_rows rows;
	enum err e = db_rows(db, a, &service_queries[0], DB_NONE, &rows);
	size_t i;

	if (e != OK)
		return e;
	for (i = 0; i < rows.count && i < SERVICE_MAX; i++)
		service_read(db_cell(&rows, i, 0), &out[i]);
	*count = (int)i;
	return OK;
}

const struct service *
service_find(const struct service *list, int count, const char *code)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].code, code) == 0)
			return &list[i];
	return NULL;
}
