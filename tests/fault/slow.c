/* slow.c - clients that send or read slowly.
 *
 *	slow PORT N SECONDS
 *
 * Opens 4 N connections to 127.0.0.1:PORT, N of each kind: the first sends a
 * byte of its head every second; the second sends the head of a form and six
 * bytes of its body; the third sends a byte of that body every second; the
 * fourth asks for a page 400 times and reads nothing.  Waits SECONDS, or until
 * the server has closed all.  Prints "open" when all are connected.  Then it
 * prints for each kind how many connections the server closed, and after how
 * many seconds the server closed the last one:
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

#define PAGES 400 /* requests: more answer than a socket buffers */
#define PORTS 65536
#define ESTABLISHED 1 /* state in /proc/net/tcp */

enum kind {
	HEAD,
	BODY,
	DRIP,
	READ,
	KINDS
};

struct client {
	int fd; /* -1: closed by the server */
	enum kind kind;
	unsigned own; /* its local port */
	size_t sent;
	long ended; /* seconds until the server closed it */
};

static long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static void
reach(struct client *c, unsigned port)
{
	struct sockaddr_in to = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(to);
	int small = 2048;

	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	/* a small buffer, so that the server soon cannot send */
	if (c->kind == READ)
		setsockopt(c->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof(small));
	if (connect(c->fd, (struct sockaddr *)&to, size) != 0 ||
	    getsockname(c->fd, (struct sockaddr *)&to, &size) != 0) {
		perror("slow: connect");
		exit(1);
	}
	c->own = ntohs(to.sin_port);
}

static void
begin(struct client *c)
{
	static const char body[] = "POST /session HTTP/1.1\r\nHost: slow\r\n"
				   "Content-Type: "
				   "application/x-www-form-urlencoded\r\n"
				   "Content-Length: 500\r\n\r\nemail=";
	static const char page[] = "GET /info HTTP/1.1\r\nHost: slow\r\n\r\n";

	if (c->kind == BODY || c->kind == DRIP)
		(void)!write(c->fd, body, sizeof(body) - 1);
	for (int i = 0; c->kind == READ && i < PAGES; i++)
		(void)!write(c->fd, page, sizeof(page) - 1);
}

/* Sends the next byte of a head, or of a body, that never ends. */
static void
drip(struct client *c)
{
	static const char head[] = "GET / HTTP/1.1\r\nHost: slow\r\nX: ";
	char byte =
	    c->kind == HEAD && c->sent < sizeof(head) - 1 ? head[c->sent] : 'x';

	c->sent++;
	(void)!send(c->fd, &byte, 1, MSG_NOSIGNAL);
}

/* Sets OPEN for those connections that the server on PORT still holds.  A
 * client that reads nothing cannot see the end: it comes after the unread
 * bytes. */
static void
held(unsigned port, bool open[static PORTS])
{
	unsigned local, remote, state;
	char line[256];
	FILE *f = fopen("/proc/net/tcp", "re");

	memset(open, 0, PORTS);
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "%*d: %*x:%x %*x:%x %x", &local, &remote,
			&state) == 3 &&
		    local == port && remote < PORTS && state == ESTABLISHED)
			open[remote] = true;
	if (f != NULL)
		fclose(f);
}

static bool
ended(const struct client *c, const bool open[static PORTS])
{
	char block[4096];
	ssize_t n;

	if (c->kind == READ)
		return !open[c->own];
	do
		n = recv(c->fd, block, sizeof(block), MSG_DONTWAIT);
	while (n > 0);
	return n == 0 || errno != EAGAIN;
}

static int
watch(struct client *all, int n, unsigned port, long begun)
{
	bool held_by[PORTS];
	int open = 0;

	held(port, held_by);
	for (int i = 0; i < n; i++) {
		struct client *c = &all[i];

		if (c->fd < 0)
			continue;
		if (ended(c, held_by)) {
			close(c->fd);
			c->fd = -1;
			c->ended = now() - begun;
			continue;
		}
		if (c->kind == HEAD || c->kind == DRIP)
			drip(c);
		open++;
	}
	return open;
}

static void
tell(const struct client *all, int n, enum kind kind)
{
	static const char *const name[] = {"head", "body", "drip", "read"};
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
	unsigned port;
	int n;

	if (argc != 4) {
		fputs("slow PORT N SECONDS\n", stderr);
		return 2;
	}
	port = (unsigned)strtoul(argv[1], NULL, 10);
	n = KINDS * (int)strtol(argv[2], NULL, 10);
	seconds = strtol(argv[3], NULL, 10);
	all = calloc((size_t)n, sizeof(*all));
	for (int i = 0; i < n; i++) {
		all[i].kind = (enum kind)(i % KINDS);
		reach(&all[i], port);
		begin(&all[i]);
	}
	puts("open");
	fflush(stdout);
	begun = now();
	while (now() - begun < seconds && watch(all, n, port, begun) > 0)
		sleep(1);
	for (int k = 0; k < KINDS; k++)
		tell(all, n, (enum kind)k);
	free(all);
	return 0;
}
