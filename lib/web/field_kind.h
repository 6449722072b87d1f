/* field_kind.h - judging one value by its kind; private to lib/web. */
#ifndef WEB_FIELD_KIND_H
#define WEB_FIELD_KIND_H

#include "web/field.h"

/* Sets given, text, number or error of V from what was typed (valid UTF-8
 * without controls, or NULL where nothing came). */
void field_judge(
    struct arena *a, const struct field *spec, struct field_value *v);

#endif
