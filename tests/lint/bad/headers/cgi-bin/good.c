/* good.c - as it should be. */
#include <stdio.h>
