/* b.h */
#include <stdio.h>
