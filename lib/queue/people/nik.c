/* nik.c - what the digits of a NIK tell. */
#include "queue/people/nik.h"

#include <stdbool.h>
#include <string.h>

#include "base/day.h"
#include "base/utf8.h"

#define WOMAN 40 /* added to the day of birth */

/* Characters that people type between groups of digits. */
static bool
is_gap(uint32_t c)
{
	switch (c) {
	case ' ':
	case '\t':
	case '.':
	case '-':
	case 0xA0:   /* no-break space */
	case 0x3000: /* ideographic space */
	case 0xFF0D: /* full-width hyphen */
	case 0xFF0E: /* full-width stop */
		return true;
	default:
		return c >= 0x2000 && c <= 0x2015; /* blanks and dashes */
	}
}

/* The value of an ASCII or full-width digit; -1 for any other character. */
static int
digit(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xFF10 && c <= 0xFF19)
		return (int)(c - 0xFF10);
	return -1;
}

/* The number that the two digits at AT make. */
static int
pair(const char *nik, int at)
{
	return (nik[at] - '0') * 10 + nik[at + 1] - '0';
}

/* The catalogue key of the reason why a NIK of 16 digits cannot exist; NULL if
 * the NIK can exist. */
static const char *
impossible(const char *nik)
{
	int day = pair(nik, 6), month = pair(nik, 8);

	if (strspn(nik, (const char[]){nik[0], '\0'}) == NIK_SIZE - 1)
		return "field.nik.same";
	if (strcmp(nik + 12, "0000") == 0)
		return "field.nik.serial";
	if (day > WOMAN)
		day -= WOMAN;
	if (day < 1 || day > 31 || month < 1 || month > 12)
		return "field.nik.date";
	return NULL;
}

enum err
nik_read(const char *typed, char nik[NIK_SIZE], const char **key, int *n)
{
	char digits[NIK_SIZE] = "";
	const char *wrong = NULL;
	int count = 0;
	uint32_t c;

	while ((c = utf8_next(&typed)) != 0) {
		int d = digit(c);

		if (d < 0 && !is_gap(c))
			wrong = "field.nik.digits";
		if (d < 0)
			continue;
		if (count < NIK_SIZE - 1)
			digits[count] = (char)('0' + d);
		count++;
	}
	if (wrong == NULL && count != NIK_SIZE - 1)
		wrong = "field.nik.length";
	if (wrong == NULL)
		wrong = impossible(digits);
	if (wrong != NULL) {
		*key = wrong;
		*n = count;
		return ERR_INPUT;
	}
	memcpy(nik, digits, NIK_SIZE);
	return OK;
}

unsigned
nik_compare(const char *nik, int32_t birth, char sex)
{
	struct day_date declared = day_date(birth);
	int day = pair(nik, 6), month = pair(nik, 8), year = pair(nik, 10);
	char said = day > WOMAN ? 'p' : 'l';
	unsigned flags = 0;

	if (day > WOMAN)
		day -= WOMAN;
	/* the year has no century: a 29 February possibly exists in either */
	if (day_of(1900 + year, month, day) == DAY_NONE &&
	    day_of(2000 + year, month, day) == DAY_NONE)
		flags |= NIK_DATE;
	if (day != declared.mday || month != declared.month ||
	    year != declared.year % 100)
		flags |= NIK_BIRTH;
	if (said != sex)
		flags |= NIK_SEX;
	return flags;
}

void
nik_mask(const char *nik, char out[NIK_MASK_SIZE])
{
	memcpy(out, "...", 3);
	memcpy(out + 3, nik + 12, 5);
}
