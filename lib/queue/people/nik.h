/* nik.h - what the digits of a NIK tell.
 *
 * 16 digits PP RR SS DD MM YY NNNN: province, regency and district of the first
 * registration, birth date (40 is added to the day for women), serial number
 * from 0001; no check digit (PP 37/2007 art. 36-37).  A NIK never changes, not
 * even when the birth date is corrected, and a region code stays in it after
 * the code is retired.  So nik_read refuses only what cannot exist; what merely
 * looks odd becomes a flag that officers see.  No function here can tell that a
 * NIK was really given out: only Dukcapil can.
 */
#ifndef QUEUE_PEOPLE_NIK_H
#define QUEUE_PEOPLE_NIK_H

#include <stdint.h>

#include "base/err.h"

#define NIK_SIZE 17     /* 16 digits and NUL */
#define NIK_MASK_SIZE 8 /* a mask and NUL */

/* Flags; rows store their sum. */
enum nik_flag {
	NIK_REGION = 1, /* province, regency or district not in our list */
	NIK_BIRTH = 2,  /* not the declared birth date */
	NIK_SEX = 4,    /* not the declared sex */
	NIK_DATE = 8,   /* its date does not exist (30 February) */
};

/* Reads a NIK as people type it: drops blanks, points and dashes, and folds
 * full-width digits.  ERR_INPUT if it cannot be a NIK: *KEY is then the
 * catalogue key of the reason (field.nik.digits, .length, .same, .serial,
 * .date), and *N the number of digits.  The text of .date asks the applicant to
 * come in person. */
MUST_USE enum err nik_read(
    const char *typed, char nik[NIK_SIZE], const char **key, int *n);

/* Compares NIK with the declared BIRTH (base/day.h) and SEX ('l' or 'p');
 * returns NIK_BIRTH, NIK_SEX and NIK_DATE, as they apply.  A NIK has only two
 * digits of the year, so the century is not compared.  A date that exists in no
 * century gives NIK_DATE and NIK_BIRTH.  The caller sets NIK_REGION by
 * region_known(). */
unsigned nik_compare(const char *nik, int32_t birth, char sex);

/* Writes NIK as screens and paper show it: "...0001", the last four digits.
 * The birth date beside it and the office tell most of the other digits, so
 * no more digits are shown. */
void nik_mask(const char *nik, char out[NIK_MASK_SIZE]);

#endif
