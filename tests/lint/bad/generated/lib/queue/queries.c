/* queries.c - every statement. */
