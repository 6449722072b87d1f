/* queries.c - every statement of the house, for -t and the tests. */
#include "queue/queries.h"

#include "queue/account.h"
#include "queue/audit.h"
#include "queue/board.h"
#include "queue/booking.h"
#include "queue/closed_day.h"
#include "queue/office.h"
#include "queue/opening.h"
#include "queue/parameter.h"
#include "queue/person.h"
#include "queue/place.h"
#include "queue/place_refresh.h"
#include "queue/quota.h"
#include "queue/region.h"
#include "queue/roster.h"
#include "queue/service.h"
#include "queue/session.h"
#include "queue/slot.h"
#include "queue/staff.h"
#include "queue/staff_session.h"

#define NOUN(noun)                                                             \
	{                                                                      \
#noun, noun##_queries, &noun##_query_count                     \
	}

const struct query_table queries[] = {
    NOUN(account),
    NOUN(audit),
    NOUN(board),
    NOUN(booking),
    NOUN(closed_day),
    NOUN(office),
    NOUN(opening),
    NOUN(parameter),
    NOUN(person),
    NOUN(place),
    NOUN(place_refresh),
    NOUN(quota),
    NOUN(region),
    NOUN(roster),
    NOUN(service),
    NOUN(session),
    NOUN(slot),
    NOUN(staff),
    NOUN(staff_session),
};
const size_t queries_count = sizeof(queries) / sizeof(queries[0]);
