/* a.c - paper with a database. */
#include <hpdf.h>

#include "queue/booking.h"
#include "db/db.h"

HPDF_Doc pdf;
MYSQL_STMT *st = mysql_stmt_init(0);
