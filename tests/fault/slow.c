/* slow.c - clients that take their time.
 *
 *	slow PORT N SECONDS
 *
 * Opens 3 N connections to 127.0.0.1:PORT: N that send a byte of their request
 * head every second, N that send the head of a form and no body, N that ask
 * for a page 400 times and read none.  Watches them for SECONDS, or until
 * the server has ended all.  Says "open" once all are connected, then, for each
 * kind, how many the server ended and after how many seconds the last (unknown
 * for those that do not read: they look at the end what they were sent).
 *
 *	head 40 12
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define PAGES 400 /* more than a socket holds */

enum kind {
	HEAD,
	BODY,
	READ,
	KINDS
};

struct client {
	int fd; /* -1: ended by the server */
	enum kind kind;
	size_t sent;
	long ended; /* seconds */
};

static long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static int
reach(int port, enum kind kind)
{
	struct sockaddr_in to = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), small = 2048;

	/* a window that is soon full */
	if (kind == READ)
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof(small));
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) != 0) {
		perror("slow: connect");
		exit(1);
	}
	return fd;
}

static void
begin(struct client *c)
{
	static const char body[] = "POST /session HTTP/1.1\r\nHost: slow\r\n"
				   "Content-Type: "
				   "application/x-www-form-urlencoded\r\n"
				   "Content-Length: 500\r\n\r\nemail=";
	static const char page[] = "GET /info HTTP/1.1\r\nHost: slow\r\n\r\n";

	if (c->kind == BODY)
		(void)!write(c->fd, body, sizeof(body) - 1);
	for (int i = 0; c->kind == READ && i < PAGES; i++)
		(void)!write(c->fd, page, sizeof(page) - 1);
}

/* A further byte of a head that never ends. */
static void
drip(struct client *c)
{
	static const char head[] = "GET / HTTP/1.1\r\nHost: slow\r\nX: ";
	char byte = c->sent < sizeof(head) - 1 ? head[c->sent] : 'x';

	c->sent++;
	(void)!send(c->fd, &byte, 1, MSG_NOSIGNAL);
}

/* True if the server has ended the connection, as far as can be seen without
 * reading a page. */
static bool
ended(const struct client *c)
{
	char byte[512];

	if (c->kind == READ)
		return false;
	errno = 0;
	return recv(c->fd, byte, sizeof(byte), MSG_DONTWAIT) <= 0 &&
	       errno != EAGAIN;
}

/* Reads what is left; true if that was not all. */
static bool
cut(int fd)
{
	static const char last[] = "</html>";
	struct timeval patience = {.tv_sec = 5};
	size_t at = 0;
	int pages = 0;
	char block[16384];
	ssize_t n;

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	while ((n = read(fd, block, sizeof(block))) > 0) {
		for (ssize_t i = 0; i < n; i++) {
			at = block[i] == last[at] ? at + 1 : block[i] == '<';
			pages += at == sizeof(last) - 1;
			at %= sizeof(last) - 1;
		}
	}
	return pages < PAGES;
}

static int
watch(struct client *all, int n, long begun)
{
	int open = 0;

	for (int i = 0; i < n; i++) {
		struct client *c = &all[i];

		if (c->fd < 0)
			continue;
		if (ended(c)) {
			close(c->fd);
			c->fd = -1;
			c->ended = now() - begun;
			continue;
		}
		if (c->kind == HEAD)
			drip(c);
		open++;
	}
	return open;
}

static void
tell(const struct client *all, int n, enum kind kind)
{
	static const char *const name[] = {"head", "body", "read"};
	int gone = 0;
	long last = 0;

	for (int i = 0; i < n; i++) {
		if (all[i].kind != kind || all[i].fd >= 0)
			continue;
		gone++;
		if (all[i].ended > last)
			last = all[i].ended;
	}
	printf("%s %d %ld\n", name[kind], gone, last);
}

int
main(int argc, char **argv)
{
	struct client *all;
	long begun, seconds;
	int n, port;

	if (argc != 4) {
		fputs("slow PORT N SECONDS\n", stderr);
		return 2;
	}
	port = (int)strtol(argv[1], NULL, 10);
	n = KINDS * (int)strtol(argv[2], NULL, 10);
	seconds = strtol(argv[3], NULL, 10);
	all = calloc((size_t)n, sizeof(*all));
	for (int i = 0; i < n; i++) {
		all[i].kind = (enum kind)(i % KINDS);
		all[i].fd = reach(port, all[i].kind);
		begin(&all[i]);
	}
	puts("open");
	fflush(stdout);
	begun = now();
	while (now() - begun < seconds && watch(all, n, begun) > 0)
		sleep(1);
	for (int i = 0; i < n; i++)
		if (all[i].kind == READ && cut(all[i].fd))
			all[i].fd = -1;
	for (int k = 0; k < KINDS; k++)
		tell(all, n, (enum kind)k);
	free(all);
	return 0;
}
