/* a.h - a layer that reaches up. */
#include <mysql.h>
#include <sodium.h>
#include "text/lang.h"
