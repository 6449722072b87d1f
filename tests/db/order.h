/* order.h - makes orders of new accounts for new people. */
#ifndef DB_ORDER_H
#define DB_ORDER_H

#include "base/conf.h"
#include "queue/visit/booking.h"

extern struct arena arena;
extern struct conf conf;
extern struct db *db;

/* Loads the settings and keys and prepares the database. */
void order_start(void);

/* Ends the test program if E is not OK. */
void must(enum err e, const char *what);

/* account_new() makes an account with a holder and returns its id.  order_new()
 * makes an account and, in O and the result, its order for N new people and
 * SLOT. */
int64_t account_new(void);
struct booking order_new(struct booking_order *o, int64_t slot, int n);

/* The actor that makes the booking B at NOW: its account. */
struct actor order_actor(const struct booking *b, int64_t now);

#endif
