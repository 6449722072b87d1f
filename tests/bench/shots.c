/* shots.c - reads prepared requests from a file. */
#include "config.h"

#include "shots.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *
map(const char *path, size_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0) {
		*size = (size_t)st.st_size;
		p = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	if (fd >= 0)
		close(fd);
	return p == MAP_FAILED ? NULL : p;
}

/* The length of the request at AT, with LEFT bytes in the file; 0 if it is not
 * a request. */
static size_t
measure(const char *at, size_t left)
{
	static const char name[] = "\r\nContent-Length: ";
	const char *end = memmem(at, left, "\r\n\r\n", 4), *length;
	size_t head, body = 0;

	if (end == NULL)
		return 0;
	head = (size_t)(end - at) + 4;
	length = memmem(at, head, name, sizeof(name) - 1);
	if (length != NULL)
		body = strtoul(length + sizeof(name) - 1, NULL, 10);
	return body <= left - head ? head + body : 0;
}

bool
shots_open(struct shots *s, const char *path)
{
	size_t size = 0, done = 0, room = 0;
	const char *data = map(path, &size);

	*s = (struct shots){NULL, 0};
	if (data == NULL) {
		fprintf(stderr, "load: %s cannot be read\n", path);
		return false;
	}
	while (done < size) {
		size_t n = measure(data + done, size - done);

		if (n == 0) {
			fprintf(stderr, "load: %s: no request at byte %zu\n",
			    path, done);
			return false;
		}
		if (s->count == room) {
			room = room == 0 ? 1024 : room * 2;
			s->list =
			    reallocarray(s->list, room, sizeof(struct shot));
			if (s->list == NULL)
				return false;
		}
		s->list[s->count++] = (struct shot){data + done, n};
		done += n;
	}
	return true;
}
