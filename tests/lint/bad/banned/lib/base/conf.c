/* conf.c - may ask the environment. */
const char *path = getenv("ANTREAN_CONF");
