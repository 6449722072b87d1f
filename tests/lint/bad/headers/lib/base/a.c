/* a.c - includes its own header too late. */
#include "config.h"

#include <stdio.h>

#include "base/a.h"
