/* greet.h - greets. */
#ifndef QUEUE_GREET_H
#define QUEUE_GREET_H

extern const struct db_query greet_queries[];

#endif
