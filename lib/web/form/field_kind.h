/* field_kind.h - judging one value by its kind; private to lib/web. */
#ifndef WEB_FORM_FIELD_KIND_H
#define WEB_FORM_FIELD_KIND_H

#include "web/form/field.h"

/* Sets given, text, number or error of V from what was typed (valid UTF-8
 * without controls, or NULL where nothing came) into the form F. */
void field_judge(
    const struct fields *f, const struct field *spec, struct field_value *v);

#endif
