/* import_office.c - imports offices, and the codes of regions and districts. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool/import.h"

#include "base/day.h"
#include "queue/office/office.h"
#include "queue/office/region.h"

static bool
number(const char *s, double *out)
{
	char *end;

	errno = 0;
	*out = strtod(s, &end);
	return errno == 0 && end != s && *end == '\0';
}

enum {
	O_CODE,
	O_NAME,
	O_SHORT,
	O_CLASS,
	O_REGION,
	O_CITY,
	O_PROVINCE,
	O_ZONE,
	O_ADDRESS,
	O_POSTCODE,
	O_PHONE,
	O_LATITUDE,
	O_LONGITUDE,
};

static const struct table_column office_columns[] = {
    [O_CODE] = {"kode", 32, true},
    [O_NAME] = {"nama", 120, true},
    [O_SHORT] = {"nama_pendek", 60, true},
    [O_CLASS] = {"kelas", 30, false},
    [O_REGION] = {"kode_kabkota", 4, true},
    [O_CITY] = {"kabkota", 80, true},
    [O_PROVINCE] = {"provinsi", 80, true},
    [O_ZONE] = {"zona_waktu", 40, true},
    [O_ADDRESS] = {"alamat", 200, false},
    [O_POSTCODE] = {"kode_pos", 5, false},
    [O_PHONE] = {"telepon", 40, false},
    [O_LATITUDE] = {"lintang", 20, false},
    [O_LONGITUDE] = {"bujur", 20, false},
};

/* The time zones of Keppres 41/1987, by their names in the IANA database. */
static const struct zone {
	const char *iana;
	const char *label;
	int offset;
} zones[] = {
    {"Asia/Jakarta", "WIB", DAY_WIB},
    {"Asia/Pontianak", "WIB", DAY_WIB},
    {"Asia/Makassar", "WITA", DAY_WITA},
    {"Asia/Jayapura", "WIT", DAY_WIT},
};

static bool
office_zone(const char *iana, struct office *o)
{
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++)
		if (strcmp(zones[i].iana, iana) == 0) {
			o->zone = zones[i].label;
			o->offset = zones[i].offset;
			return true;
		}
	return false;
}

/* Reads the position into O; false if it is not in Indonesia or the sea around
 * it, as when the columns of latitude and longitude are swapped. */
static bool
office_place(const char *latitude, const char *longitude, struct office *o)
{
	if (latitude[0] == '\0' && longitude[0] == '\0')
		return true;
	o->located = true;
	return number(latitude, &o->latitude) &&
	       number(longitude, &o->longitude) && o->latitude > -12 &&
	       o->latitude < 7 && o->longitude > 94 && o->longitude < 142;
}

static enum err
office_read_row(struct import *im, void *row)
{
	const char *const *cell = im->table.cell;
	struct office *o = row;

	*o = (struct office){
	    .code = cell[O_CODE],
	    .name = cell[O_NAME],
	    .short_name = cell[O_SHORT],
	    .class = cell[O_CLASS],
	    .region_code = cell[O_REGION],
	    .city = cell[O_CITY],
	    .province = cell[O_PROVINCE],
	    .address = cell[O_ADDRESS],
	    .postcode = cell[O_POSTCODE],
	    .phone = cell[O_PHONE],
	};
	if (strspn(o->code, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
	    strlen(o->code))
		return table_bad(&im->table, O_CODE);
	if (!table_digits(o->region_code, 4, 4))
		return table_bad(&im->table, O_REGION);
	o->province_code = arena_strndup(im->tool->arena, o->region_code, 2);
	if (!office_zone(cell[O_ZONE], o))
		return table_bad(&im->table, O_ZONE);
	if (o->postcode[0] != '\0' && !table_digits(o->postcode, 5, 5))
		return table_bad(&im->table, O_POSTCODE);
	if (!office_place(cell[O_LATITUDE], cell[O_LONGITUDE], o))
		return table_bad(&im->table, O_LATITUDE);
	return OK;
}

static enum err
offices_store(struct import *im)
{
	struct tool *t = im->tool;
	enum err e = office_import(
	    t->db, t->arena, &t->by, im->rows, im->count, &im->added);

	im->changed = im->count - im->added;
	return e;
}

const struct import_kind import_offices = {
    .name = "offices",
    .column = office_columns,
    .columns = sizeof(office_columns) / sizeof(office_columns[0]),
    .size = sizeof(struct office),
    .read = office_read_row,
    .store = offices_store,
};

enum {
	R_CODE,
	R_NAME,
	R_STATUS,
};

static const struct table_column region_columns[] = {
    [R_CODE] = {"kode_nik", 6, true},
    [R_NAME] = {"nama", 80, true},
    [R_STATUS] = {"status", 10, true},
};

static enum err
region_read_row(struct import *im, void *row)
{
	const char *const *cell = im->table.cell;
	struct region *r = row;
	size_t length = strlen(cell[R_CODE]);

	*r = (struct region){
	    .code = cell[R_CODE],
	    .name = cell[R_NAME],
	    .current = strcmp(cell[R_STATUS], "berlaku") == 0,
	};
	if (!table_digits(r->code, 2, 6) || length % 2 != 0)
		return table_bad(&im->table, R_CODE);
	if (!r->current && strcmp(cell[R_STATUS], "lama") != 0)
		return table_bad(&im->table, R_STATUS);
	return OK;
}

static enum err
regions_store(struct import *im)
{
	struct tool *t = im->tool;

	im->added = im->count;
	return region_import(t->db, &t->by, im->rows, im->count);
}

#define REGION_KIND(text)                                                      \
	{                                                                      \
		.name = text, .column = region_columns,                        \
		.columns = sizeof(region_columns) / sizeof(region_columns[0]), \
		.size = sizeof(struct region), .read = region_read_row,        \
		.store = regions_store,                                        \
	}
const struct import_kind import_regions = REGION_KIND("regions");
const struct import_kind import_districts = REGION_KIND("districts");
