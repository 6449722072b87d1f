/* a.h - a layer that reaches up. */
#include <mysql.h>
#include <sodium.h>
#include "text/lang.h"
/* The size of a NIK. */
#define STAFF_SIZE 16 /* base_nik_size */
