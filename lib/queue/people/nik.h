/* nik.h - what a NIK says by itself.
 *
 * 16 digits PP RR SS DD MM YY NNNN: province, regency and district of first
 * registration, birth date with 40 added to the day for women, serial from
 * 0001; no check digit (PP 37/2007 art. 36-37).  It never changes, not even
 * when the birth date is corrected, and old codes stay on people.  So only
 * what cannot exist is refused; whatever merely looks odd is a flag for the
 * officer.  Nothing here says that a NIK is real: only Dukcapil can.
 */
#ifndef QUEUE_PEOPLE_NIK_H
#define QUEUE_PEOPLE_NIK_H

#include <stdint.h>

#include "base/err.h"

#define NIK_SIZE 17     /* 16 digits and NUL */
#define NIK_MASK_SIZE 8 /* a mask and NUL */

/* Flags, kept in rows. */
enum nik_flag {
	NIK_REGION = 1, /* province, regency or district not in our list */
	NIK_BIRTH = 2,  /* its date is not the declared one */
	NIK_SEX = 4,    /* its sex is not the declared one */
	NIK_DATE = 8,   /* its date does not exist (30 February) */
};

/* Reads a NIK as people type it: blanks, points and dashes dropped, full-width
 * digits folded.  On failure *KEY is the catalogue's key of what is wrong
 * (field.nik.digits, .length, .same, .serial, .date: the last has a way on,
 * coming in person), *N the digits found, and ERR_INPUT is returned. */
MUST_USE enum err nik_read(
    const char *typed, char nik[NIK_SIZE], const char **key, int *n);

/* Flags from comparing with what was declared; SEX is 'l' or 'p'.  Of the year
 * only two digits are written, so no century is ever judged; a date that is
 * in neither gives NIK_DATE and, being nobody's, NIK_BIRTH.  The region is for
 * region_known() of queue/office/region.h to judge. */
unsigned nik_compare(const char *nik, int32_t birth, char sex);

/* How a NIK is shown on screen and paper: "...0001", its last four digits.  Its
 * date stands beside it as the birth date, and the office tells the region:
 * any other digit would give the number away. */
void nik_mask(const char *nik, char out[NIK_MASK_SIZE]);

#endif
