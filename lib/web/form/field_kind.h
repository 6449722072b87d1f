/* field_kind.h - judging one value by its kind, and what field.c and
 * field_show.c share; private to lib/web. */
#ifndef WEB_FORM_FIELD_KIND_H
#define WEB_FORM_FIELD_KIND_H

#include "web/form/field.h"

/* Sets given, text, number or error of V from what was typed (valid UTF-8
 * without controls, or NULL where nothing came) into the form F. */
void field_judge(
    const struct fields *f, const struct field *spec, struct field_value *v);

/* How many values SPEC has: its items or cells, or one. */
int field_values(const struct field *spec);

/* The days between which a DATE with bounds must lie.  "Today" differs by zone:
 * that of every office is within. */
int32_t field_first(const struct fields *f, const struct field *spec);
int32_t field_last(const struct fields *f, const struct field *spec);

#endif
