/* forms.h - reads a form with a field of every kind. */
#ifndef UNIT_FORMS_H
#define UNIT_FORMS_H

#include <stdbool.h>

#include "unit.h"

#include "web/form/field.h"

#define NOW INT64_C(1796223600) /* 2 December 2026, 15.00 UTC */

enum {
	LINE,
	SECRET,
	WORD,
	LOGIN,
	INT,
	ID,
	DATE,
	DAY,
	CODE,
	TOKEN,
	EMAIL,
	PHONE,
	CHECK,
	WHO,
	BORN,
	TEXT,
	CHOICE,
	MINUTE,
	AHEAD,
	AROUND,
	MANY,
	QUOTA,
	FIELDS
};
extern const struct field forms_spec[FIELDS];

/* Set-up and tear-down for cmocka: *STATE is an arena. */
int forms_begin(void **state);
int forms_end(void **state);

/* Reads TEXT as the form that a browser sent. */
struct fields forms_read(void **state, const char *text);

/* Reads TEXT and returns the key of the fault of field INDEX; "" if the field
 * has none. */
const char *forms_fault(void **state, size_t index, const char *text);

#define OKAY(index, text)                                                      \
	assert_string_equal(forms_fault(state, (index), (text)), "")
#define FAULT(index, text, key)                                                \
	assert_string_equal(forms_fault(state, (index), (text)), (key))
#define READS(index, form_text, want)                                          \
	do {                                                                   \
		struct fields f_ = forms_read(state, (form_text));             \
		assert_int_equal(f_.errors, 0);                                \
		assert_string_equal(field_text(&f_, (index)), (want));         \
	} while (0)

#endif
