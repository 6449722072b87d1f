/* load.c - a bounded load of ready-made requests over kept connections.
 *
 *	load [-c CONNECTIONS] [-d SECONDS] [-n REQUESTS] [-r RATE]
 *		[-t SECONDS] [-o] [-p FILE] PORT FILE
 *
 * Sends the requests of FILE (shots.h) to 127.0.0.1:PORT over CONNECTIONS (16)
 * for SECONDS (10), or until REQUESTS were sent, or with -o until each was sent
 * once.  It sends RATE requests a second; without -r each connection sends a
 * new request as soon as the last was answered.  An answer that takes longer
 * than -t seconds (20) is an error.  SIGTERM ends the run early, and load then
 * prints the counts so far.  With -p the requests of the second FILE, the
 * probes, are sent at the same time, one every 100 ms, each over a connection
 * of its own: they show whether the server still serves new connections.
 *
 * Prints one line of key=value.  Times are microseconds since the instant at
 * which the request was due, so that a slow server cannot hide that requests
 * waited to be sent.
 *	done rate seconds p50 p99 max sNNN (answers by status)
 *	errors = connect + lost (no byte of an answer) + cut (less than its
 *	Content-Length) + bad (answer.h) + late
 *	reopened (connections the server ended between requests)
 *	probes probe_max probe_errors
 */
#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "answer.h"
#include "shots.h"
#include "times.h"

#define CONNECTIONS_MAX 1024
#define PROBE_EVERY 100000 /* microseconds */
#define RETRY_AFTER 20000  /* microseconds after a connection was refused */

enum state {
	CLOSED, /* to be opened at `due` */
	OPENING,
	IDLE,
	BUSY, /* a request is on its way or being answered */
};

struct connection {
	int fd;
	enum state state;
	bool probe;
	struct shot shot;
	size_t sent;
	int64_t due;   /* when to send the request, or when CLOSED to connect */
	int64_t since; /* when the present state began: for time-outs */
	struct answer answer;
};

struct tally {
	struct times times;
	uint64_t status[600];
	uint64_t connect, lost, cut, bad, late;
	uint64_t reopened;
};

struct load {
	int connections, port, epoll;
	int64_t seconds, requests, patience; /* patience in microseconds */
	double rate;
	bool once;
	const char *probe_path;
	struct shots shots, probe_shots;
	int64_t begun, end, last; /* microseconds */
	int64_t sent, probes, busy;
	struct tally all, probe;
	struct connection *c;
};

static volatile sig_atomic_t told_to_end;

static void
on_term(int signal)
{
	(void)signal;
	told_to_end = 1;
}

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void
watch(struct load *l, struct connection *c, uint32_t events, int op)
{
	struct epoll_event e = {.events = events, .data.ptr = c};

	epoll_ctl(l->epoll, op, c->fd, &e);
}

static void
shut(struct connection *c, int64_t again)
{
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
	c->state = CLOSED;
	c->due = again;
}

static void
fail(struct load *l, struct connection *c, uint64_t *what)
{
	if (c->state == BUSY && !c->probe)
		l->busy--;
	++*what;
	shut(c, now_us() + RETRY_AFTER);
}

static struct tally *
tally(struct load *l, const struct connection *c)
{
	return c->probe ? &l->probe : &l->all;
}

static void
dial(struct load *l, struct connection *c)
{
	struct sockaddr_in to = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)l->port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

	c->since = now_us();
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (c->fd < 0 ||
	    (connect(c->fd, (struct sockaddr *)&to, sizeof(to)) != 0 &&
		errno != EINPROGRESS)) {
		fail(l, c, &tally(l, c)->connect);
		return;
	}
	c->state = OPENING;
	watch(l, c, EPOLLIN | EPOLLOUT, EPOLL_CTL_ADD);
}

/* True if one more request is to be sent at NOW.  *DUE is the instant at which
 * that request was due. */
static bool
wanted(const struct load *l, int64_t now, int64_t *due)
{
	*due = now;
	if (now >= l->end || (l->requests > 0 && l->sent >= l->requests) ||
	    (l->once && l->sent >= (int64_t)l->shots.count))
		return false;
	if (l->rate > 0)
		*due = l->begun + (int64_t)((double)l->sent * 1e6 / l->rate);
	return *due <= now;
}

static void
push(struct load *l, struct connection *c)
{
	ssize_t n = send(
	    c->fd, c->shot.data + c->sent, c->shot.len - c->sent, MSG_NOSIGNAL);

	if (n < 0 && errno != EAGAIN) {
		fail(l, c, &tally(l, c)->lost);
		return;
	}
	if (n > 0)
		c->sent += (size_t)n;
	watch(l, c, c->sent < c->shot.len ? EPOLLIN | EPOLLOUT : EPOLLIN,
	    EPOLL_CTL_MOD);
}

/* Gives an idle connection its next request, if there is one for it. */
static void
shoot(struct load *l, struct connection *c)
{
	int64_t now = now_us(), due = now;

	if (c->probe)
		c->shot =
		    l->probe_shots
			.list[l->probes++ % (int64_t)l->probe_shots.count];
	else if (wanted(l, now, &due))
		c->shot = l->shots.list[l->sent++ % (int64_t)l->shots.count];
	else
		return;
	if (!c->probe)
		l->busy++;
	else
		due = c->since; /* the probe's time begins with connecting */
	c->state = BUSY;
	c->sent = 0;
	c->due = due;
	c->since = now;
	answer_begin(&c->answer);
	push(l, c);
}

static void
answered(struct load *l, struct connection *c)
{
	struct tally *t = tally(l, c);
	int64_t now = now_us();

	times_add(&t->times, (uint64_t)(now - c->due));
	t->status[c->answer.status]++;
	c->state = IDLE;
	if (c->probe) {
		shut(c, now + PROBE_EVERY);
		return;
	}
	l->busy--;
	l->last = now;
	if (c->answer.closes) {
		shut(c, now);
		dial(l, c);
	} else {
		shoot(l, c);
	}
}

/* The server ended the connection. */
static void
ended(struct load *l, struct connection *c)
{
	struct tally *t = tally(l, c);

	if (c->state == BUSY) {
		fail(l, c, c->answer.is == ANSWER_NOTHING ? &t->lost : &t->cut);
		return;
	}
	t->reopened++;
	shut(c, 0);
}

static void
pull(struct load *l, struct connection *c)
{
	static char data[65536];
	ssize_t n = recv(c->fd, data, sizeof(data), 0);

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0) {
		ended(l, c);
		return;
	}
	if (c->state != BUSY) { /* bytes after the end of the last answer */
		tally(l, c)->bad++;
		shut(c, 0);
		return;
	}
	switch (answer_take(&c->answer, data, (size_t)n)) {
	case ANSWER_WHOLE:
		answered(l, c);
		break;
	case ANSWER_BAD:
		fail(l, c, &tally(l, c)->bad);
		break;
	default:
		break;
	}
}

static void
opened(struct load *l, struct connection *c)
{
	int why = 0;
	socklen_t n = sizeof(why);

	if (getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &why, &n) != 0 ||
	    why != 0) {
		fail(l, c, &tally(l, c)->connect);
		return;
	}
	c->state = IDLE;
	watch(l, c, EPOLLIN, EPOLL_CTL_MOD);
	shoot(l, c);
}

static void
serve(struct load *l, const struct epoll_event *e)
{
	struct connection *c = e->data.ptr;

	if (c->fd < 0) /* closed since the event was noted */
		return;
	if (c->state == OPENING)
		opened(l, c);
	else if (e->events & (EPOLLIN | EPOLLHUP | EPOLLERR))
		pull(l, c);
	else if (c->state == BUSY)
		push(l, c);
}

/* Does what no event starts: ends late requests, opens connections, sends the
 * requests that are due. */
static void
look_round(struct load *l)
{
	int64_t now = now_us();

	for (int i = 0; i < l->connections; i++) {
		struct connection *c = &l->c[i];

		if ((c->state == BUSY || c->state == OPENING) &&
		    now - c->since > l->patience)
			fail(l, c, &tally(l, c)->late);
		else if (c->state == CLOSED && c->due <= now && now < l->end)
			dial(l, c);
		else if (c->state == IDLE && !c->probe)
			shoot(l, c);
	}
}

static bool
over(const struct load *l)
{
	int64_t due;

	if (l->busy > 0)
		return false;
	return now_us() >= l->end ||
	       (!wanted(l, now_us(), &due) && l->rate <= 0) ||
	       (l->requests > 0 && l->sent >= l->requests) ||
	       (l->once && l->sent >= (int64_t)l->shots.count);
}

static void
run(struct load *l)
{
	struct epoll_event events[256];
	int64_t looked = 0;

	l->begun = now_us();
	l->last = l->begun;
	l->end = l->begun + l->seconds * 1000000;
	look_round(l);
	while (!over(l)) {
		int n = epoll_wait(l->epoll, events, 256, l->rate > 0 ? 1 : 20);

		for (int i = 0; i < n; i++)
			serve(l, &events[i]);
		if (told_to_end)
			l->end = 0;
		if (l->rate > 0 || now_us() - looked > 5000) {
			look_round(l);
			looked = now_us();
		}
	}
}

static void
print(const struct load *l)
{
	const struct tally *t = &l->all, *p = &l->probe;
	/* to the last answer, not to the end of the wait for a lost one */
	double seconds = (double)(l->last - l->begun) / 1e6;

	printf("done=%llu rate=%.1f seconds=%.3f p50=%llu p99=%llu max=%llu",
	    (unsigned long long)t->times.n,
	    seconds > 0 ? (double)t->times.n / seconds : 0, seconds,
	    (unsigned long long)times_at(&t->times, 0.5),
	    (unsigned long long)times_at(&t->times, 0.99),
	    (unsigned long long)t->times.max);
	for (int i = 0; i < 600; i++)
		if (t->status[i] > 0)
			printf(
			    " s%d=%llu", i, (unsigned long long)t->status[i]);
	printf(" errors=%llu connect=%llu lost=%llu cut=%llu bad=%llu late=%llu"
	       " reopened=%llu",
	    (unsigned long long)(t->connect + t->lost + t->cut + t->bad +
				 t->late),
	    (unsigned long long)t->connect, (unsigned long long)t->lost,
	    (unsigned long long)t->cut, (unsigned long long)t->bad,
	    (unsigned long long)t->late, (unsigned long long)t->reopened);
	printf(" probes=%llu probe_max=%llu probe_errors=%llu\n",
	    (unsigned long long)p->times.n, (unsigned long long)p->times.max,
	    (unsigned long long)(p->connect + p->lost + p->cut + p->bad +
				 p->late));
}

static bool
options(struct load *l, int argc, char **argv)
{
	int o;

	while ((o = getopt(argc, argv, "c:d:n:r:t:p:o")) != -1) {
		double value = optarg == NULL ? 0 : strtod(optarg, NULL);

		switch (o) {
		case 'c':
			l->connections = (int)value;
			break;
		case 'd':
			l->seconds = (int64_t)value;
			break;
		case 'n':
			l->requests = (int64_t)value;
			break;
		case 'r':
			l->rate = value;
			break;
		case 't':
			l->patience = (int64_t)(value * 1e6);
			break;
		case 'p':
			l->probe_path = optarg;
			break;
		case 'o':
			l->once = true;
			break;
		default:
			return false;
		}
	}
	if (argc - optind != 2)
		return false;
	l->port = (int)strtol(argv[optind], NULL, 10);
	return l->connections >= 1 && l->connections < CONNECTIONS_MAX &&
	       l->seconds >= 1 && l->seconds <= 3600 && l->patience > 0 &&
	       shots_open(&l->shots, argv[optind + 1]) &&
	       (l->probe_path == NULL ||
		   shots_open(&l->probe_shots, l->probe_path));
}

int
main(int argc, char **argv)
{
	static struct load l = {
	    .connections = 16, .seconds = 10, .patience = 20000000};

	if (!options(&l, argc, argv)) {
		fputs("load [-c CONNECTIONS] [-d SECONDS] [-n REQUESTS] "
		      "[-r RATE] [-t SECONDS] [-o] [-p FILE] PORT FILE\n",
		    stderr);
		return 2;
	}
	signal(SIGTERM, on_term);
	l.epoll = epoll_create1(EPOLL_CLOEXEC);
	if (l.probe_path != NULL)
		l.connections++;
	l.c = calloc((size_t)l.connections, sizeof(*l.c));
	if (l.epoll < 0 || l.c == NULL)
		return 1;
	for (int i = 0; i < l.connections; i++)
		l.c[i].fd = -1;
	l.c[l.connections - 1].probe = l.probe_path != NULL;
	run(&l);
	print(&l);
	return 0;
}
