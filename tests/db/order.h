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

/* Makes an account with a holder, and an order of it for N people of SLOT. */
int64_t account_new(void);
struct booking order_new(struct booking_order *o, int64_t slot, int n);

/* The actor for the account of B at NOW. */
struct actor order_actor(const struct booking *b, int64_t now);

#endif
