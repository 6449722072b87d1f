/* liar.c - a server of known faults, for the test of the load generator.
 *
 * Prints its port on 127.0.0.1 and answers each request with the fault that the
 * request's path names.  Each connection has a process.  Ends after a minute.
 */
#include "config.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LIFE 60     /* seconds */
#define SLOW 100000 /* microseconds */

static const struct {
	const char *path, *answer;
	int ends; /* the connection is closed after it */
} ways[] = {
    {"/whole", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 0},
    {"/slow", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 0},
    {"/closing",
	"HTTP/1.1 200 OK\r\nConnection: close\r\ncontent-length:5\r\n\r\nhello",
	1},
    {"/ending", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 1},
    {"/busy", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", 0},
    {"/cut", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", 1},
    {"/beheaded", "HTTP/1.1 200 OK\r\nContent-Le", 1},
    {"/long", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhello", 0},
    {"/endless", "HTTP/1.1 200 OK\r\n\r\nhello", 1},
    {"/junk", "hello\r\n\r\n", 0},
    {"/lost", "", 1},
    {"/never", "", 0},
};

/* True if the request came whole; its path is in TARGET. */
static int
hear(int fd, char target[64])
{
	char data[4096];
	size_t n = 0;

	while (n < sizeof(data) - 1) {
		ssize_t got = read(fd, data + n, sizeof(data) - 1 - n);

		if (got <= 0)
			return 0;
		n += (size_t)got;
		data[n] = '\0';
		if (strstr(data, "\r\n\r\n") != NULL)
			return sscanf(data, "%*s %63s", target) == 1;
	}
	return 0;
}

static void
talk(int fd)
{
	char target[64];

	while (hear(fd, target))
		for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
			size_t n = strlen(ways[i].answer);

			if (strcmp(target, ways[i].path) != 0)
				continue;
			if (strcmp(target, "/slow") == 0)
				usleep(SLOW);
			if (write(fd, ways[i].answer, n) != (ssize_t)n ||
			    ways[i].ends)
				return;
		}
}

int
main(void)
{
	struct sockaddr_in at = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(at);
	int door = socket(AF_INET, SOCK_STREAM, 0);

	if (bind(door, (struct sockaddr *)&at, size) != 0 ||
	    listen(door, 64) != 0 ||
	    getsockname(door, (struct sockaddr *)&at, &size) != 0)
		return 1;
	signal(SIGCHLD, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	printf("%d\n", ntohs(at.sin_port));
	fflush(stdout);
	for (alarm(LIFE);;) {
		int fd = accept(door, NULL, NULL);

		if (fd < 0)
			continue;
		if (fork() == 0) {
			alarm(LIFE);
			close(door);
			talk(fd);
			return 0;
		}
		close(fd);
	}
}
