/* programs.c - stale. */
