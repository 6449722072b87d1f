/* queries.c - the table of all statements, for -t and the tests.
 * `conf/generate write` makes it from the headers that declare one. */
#include "queue/queries.h"

#include "queue/audit/audit.h"
#include "queue/desk/roster.h"
#include "queue/office/closed_day.h"
#include "queue/office/office.h"
#include "queue/office/opening.h"
#include "queue/office/parameter.h"
#include "queue/office/quota.h"
#include "queue/office/region.h"
#include "queue/office/service.h"
#include "queue/office/slot.h"
#include "queue/people/account.h"
#include "queue/people/person.h"
#include "queue/people/session.h"
#include "queue/people/staff.h"
#include "queue/seat/place.h"
#include "queue/seat/place_refresh.h"
#include "queue/seat/snapshot.h"
#include "queue/visit/booking.h"

#define NOUN(noun)                                                             \
	{                                                                      \
#noun, noun##_queries, &noun##_query_count                     \
	}

const struct query_table queries[] = {
    NOUN(account),
    NOUN(audit),
    NOUN(booking),
    NOUN(booking_find),
    NOUN(closed_day),
    NOUN(office),
    NOUN(opening),
    NOUN(parameter),
    NOUN(person),
    NOUN(place),
    NOUN(place_news),
    NOUN(place_refresh),
    NOUN(quota),
    NOUN(region),
    NOUN(roster),
    NOUN(service),
    NOUN(session),
    NOUN(slot),
    NOUN(snapshot),
    NOUN(staff),
};
const size_t queries_count = sizeof(queries) / sizeof(queries[0]);
