/* a.c - a room that reaches up, and into another room's drawer. */
#include "queue/audit/audit.h"
#include "queue/office/office_private.h"
#include "queue/seat/place.h"
#include "queue/audit/audit_private.h"
