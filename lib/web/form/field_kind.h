/* field_kind.h - judging one value by its kind, and what field.c and
 * field_show.c share; private to lib/web. */
#ifndef WEB_FORM_FIELD_KIND_H
#define WEB_FORM_FIELD_KIND_H

#include "web/form/field.h"

/* Sets given, text, number or error of V from the typed text (valid UTF-8
 * without controls, or NULL where nothing came) into the form F. */
void field_judge(
    const struct fields *f, const struct field *spec, struct field_value *v);

/* The number of values of SPEC: one, or one per item or cell. */
int field_values(const struct field *spec);

/* The first and the last day allowed for a FIELD_DATE with bounds.  "Today"
 * differs between the zones: the range has the allowed days of every office. */
int32_t field_first(const struct fields *f, const struct field *spec);
int32_t field_last(const struct fields *f, const struct field *spec);

#endif
