/* arena.c - the arena itself may. */
void *p = malloc(3);
