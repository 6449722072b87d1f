/* a.c - a room the house does not have. */
