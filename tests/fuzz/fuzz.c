/* fuzz.c - functions that the fuzzing targets share. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/crypt.h"
#include "base/log.h"
#include "base/utf8.h"
#include "text/xml.h"
#include "web/reply.h"

void
fuzz_broken(const char *what, const char *file, int line)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

void
fuzz_start(void)
{
	/* faults are normal here; thousands of log lines would slow it down */
	log_open("fuzz", (enum log_level)(LOG_FAULT + 1));
	HOLDS(crypt_start() == OK);
	xml_start();
}

char *
fuzz_text(struct arena *a, const uint8_t *data, size_t size)
{
	return arena_strndup(a, (const char *)data, size);
}

bool
fuzz_clean(const char *s)
{
	size_t n = strlen(s);

	return utf8_valid(s, n) && !utf8_has_control(s, n, "");
}

bool
fuzz_only(const char *s, const char *set)
{
	return s[strspn(s, set)] == '\0';
}

void
fuzz_file(const char *path, const void *data, size_t size)
{
	FILE *f = fopen(path, "we");

	HOLDS(f != NULL);
	HOLDS(fwrite(data, 1, size, f) == size);
	HOLDS(fclose(f) == 0);
}

void
fuzz_buf(struct buf *b, struct arena *a)
{
	buf_init(b, a, 4096, REPLY_MAX);
}
