/* shots.h - ready-made requests from a file.
 *
 * The file holds raw HTTP/1.1 requests one after the other; each ends with its
 * head, or where its Content-Length says.
 */
#ifndef BENCH_SHOTS_H
#define BENCH_SHOTS_H

#include <stdbool.h>
#include <stddef.h>

struct shot {
	const char *data;
	size_t len;
};

struct shots {
	struct shot *list;
	size_t count;
};

/* Maps the file at PATH and lists its requests in S.  If the file cannot be
 * read or holds no requests, prints a message on standard error and returns
 * false. The file stays mapped until the process ends. */
bool shots_open(struct shots *s, const char *path);

#endif
