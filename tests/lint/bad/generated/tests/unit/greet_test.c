/* greet_test.c - greets. */
