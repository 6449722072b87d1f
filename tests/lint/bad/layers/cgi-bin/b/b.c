/* b.c - its own folder is its own; that of another program is not. */
#include "b/b.h"

#include "a/a.h"
