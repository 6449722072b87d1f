/* storm.c - many parties book at once while a process is killed.
 *
 *	storm BASE_URL SLOT PARTIES SERIAL
 *
 * Registers PARTIES accounts of one to three people and prints "ready".  Then
 * it executes the commands that it reads, a line each:
 *
 *	press BASE_URL[,BASE_URL] SLOT AFTER PID...	leads all parties to the
 *		review page and has all press the button together (of two
 *		servers, every other party uses the second); sends SIGKILL to
 *		each PID (a negative one is a group) after AFTER answers
 *	again SECONDS	parties without an answer of a program press again,
 *		until they have one
 *	sweep		parties that were refused press the same button again
 *	tell FILE	writes for each party: one-time token, people, the first
 *		answer, the one after that, the last, code of the ticket or -
 *
 * After each command it prints "done N SMALLEST": the number of answers that
 * were neither 303 nor 409, and the smallest party refused, 0 if none was.
 */
#include "party.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PIDS 32
#define PARTIES_MAX 400
#define PAUSE 100000000 /* ns between two tries of a party without answer */

struct note {
	long first, second; /* HTTP statuses; 0: no answer */
};

struct storm {
	struct party *party;
	struct note *note;
	int parties;
	char base[2][256];
	int after; /* number of answers after which to kill; -1: done */
	int pids;
	pid_t pid[PIDS];
};

static void
kill_now(struct storm *s)
{
	for (int i = 0; i < s->pids; i++)
		kill(s->pid[i], SIGKILL);
	s->after = -1;
}

static void
answered(void *ctx, int n)
{
	struct storm *s = ctx;

	if (s->after >= 0 && n >= s->after)
		kill_now(s);
}

/* True if the party got a ticket or a refusal; no other answer is final. */
static bool
settled(const struct party *p)
{
	return p->status == 303 || p->status == 409;
}

static int
unsettled(const struct storm *s)
{
	int n = 0;

	for (int i = 0; i < s->parties; i++)
		n += !settled(&s->party[i]);
	return n;
}

static void
bases(struct storm *s, const char *list)
{
	size_t n = strcspn(list, ",");

	snprintf(s->base[0], sizeof(s->base[0]), "%.*s", (int)n, list);
	snprintf(s->base[1], sizeof(s->base[1]), "%s",
	    list[n] == ',' ? list + n + 1 : s->base[0]);
}

static int
pdf(struct storm *s, char *words)
{
	char *save, *slot;

	bases(s, strtok_r(words, " \n", &save));
	slot = strtok_r(NULL, " \n", &save);
	s->after = (int)strtol(strtok_r(NULL, " \n", &save), NULL, 10);
	for (s->pids = 0; s->pids < PIDS; s->pids++) {
		const char *pid = strtok_r(NULL, " \n", &save);

		if (pid == NULL)
			break;
		s->pid[s->pids] = (pid_t)strtol(pid, NULL, 10);
	}
	for (int i = 0; i < s->parties; i++) {
		party_prepare(&s->party[i], slot);
		s->note[i] = (struct note){0, 0};
		s->party[i].code[0] = '\0';
	}
	party_press(s->party, s->parties, answered, s);
	for (int i = 0; i < s->parties; i++)
		s->note[i].first = s->party[i].status;
	return unsettled(s);
}

static int
again(struct storm *s, const char *words)
{
	time_t end = time(NULL) + strtol(words, NULL, 10);
	struct timespec pause = {.tv_nsec = PAUSE};

	while (unsettled(s) > 0 && time(NULL) < end) {
		for (int i = 0; i < s->parties; i++)
			if (!settled(&s->party[i]))
				s->party[i].status = 0;
		party_press(s->party, s->parties, NULL, NULL);
		nanosleep(&pause, NULL);
	}
	for (int i = 0; i < s->parties; i++)
		s->note[i].second = s->party[i].status;
	return unsettled(s);
}

static int
sweep(struct storm *s)
{
	for (int i = 0; i < s->parties; i++)
		if (s->party[i].status == 409)
			s->party[i].status = 0;
	party_press(s->party, s->parties, NULL, NULL);
	return unsettled(s);
}

/* The one-time token in the party's final form. */
static void
once_of(const struct party *p, char out[32])
{
	const char *at = strstr(p->form, "once=");

	if (at == NULL)
		party_stop(p, "no token");
	snprintf(out, 32, "%.*s", (int)strcspn(at + 5, "&"), at + 5);
}

static int
tell(struct storm *s, char *path)
{
	FILE *f;

	path[strcspn(path, "\n")] = '\0';
	f = fopen(path, "we");
	if (f == NULL) {
		perror(path);
		exit(1);
	}
	for (int i = 0; i < s->parties; i++) {
		struct party *p = &s->party[i];
		long last = p->status;
		char once[32];

		once_of(p, once);
		if (last == 303)
			party_code(p);
		fprintf(f, "%s %d %ld %ld %ld %s\n", once, p->people,
		    s->note[i].first, s->note[i].second, last,
		    last == 303 ? p->code : "-");
	}
	if (fclose(f) != 0)
		exit(1);
	return unsettled(s);
}

static int
smallest(const struct storm *s)
{
	int n = 0;

	for (int i = 0; i < s->parties; i++)
		if (s->party[i].status == 409 &&
		    (n == 0 || s->party[i].people < n))
			n = s->party[i].people;
	return n;
}

static void
obey(struct storm *s)
{
	char line[1024];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		int n;

		if (strncmp(line, "press ", 6) == 0)
			n = pdf(s, line + 6);
		else if (strncmp(line, "again ", 6) == 0)
			n = again(s, line + 6);
		else if (strncmp(line, "sweep", 5) == 0)
			n = sweep(s);
		else if (strncmp(line, "tell ", 5) == 0)
			n = tell(s, line + 5);
		else
			exit(2);
		printf("done %d %d\n", n, smallest(s));
		fflush(stdout);
	}
}

int
main(int argc, char **argv)
{
	struct storm s = {.after = -1};
	unsigned serial;

	if (argc != 5) {
		fputs("storm BASE_URL SLOT PARTIES SERIAL\n", stderr);
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	bases(&s, argv[1]);
	s.parties = (int)strtol(argv[3], NULL, 10);
	if (s.parties < 1 || s.parties > PARTIES_MAX)
		return 2;
	serial = (unsigned)strtol(argv[4], NULL, 10);
	s.party = calloc((size_t)s.parties, sizeof(*s.party));
	s.note = calloc((size_t)s.parties, sizeof(*s.note));
	curl_global_init(CURL_GLOBAL_ALL);
	for (int i = 0; i < s.parties; i++) {
		char tag[20];

		party_make(&s.party[i], s.base[i % 2], 1 + i % 3);
		snprintf(tag, sizeof(tag), "storm%d", i);
		party_enter(&s.party[i], argv[2], tag, &serial);
	}
	puts("ready");
	fflush(stdout);
	obey(&s);
	for (int i = 0; i < s.parties; i++)
		curl_easy_cleanup(s.party[i].curl);
	curl_global_cleanup();
	free(s.party);
	free(s.note);
	return 0;
}
