/* nikhash.c - the keyed hash of a NIK, for programs that cannot read the key.
 *
 * The program listens on standard input, as FastCGI programs do, so that the
 * same supervisors start it.  queue/people/nik_hash.h describes the protocol
 * and says why this is a program of its own; nik_limit.h says how many NIKs it
 * hashes.  No NIK and no hash is ever logged.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/people/keys.h"
#include "queue/people/nik.h"
#include "queue/people/nik_hash.h"
#include "queue/people/nik_limit.h"

#define TELL_EVERY 60 /* seconds between lines about NIKs refused */

struct hasher {
	struct crypt_keys keys;
	struct nik_limit *limit;
	int64_t told_at; /* for day_due: when refusals were last logged */
	int64_t refused; /* NIKs refused since then */
};

static bool
may_answer(struct hasher *h, const char *nik)
{
	if (nik_limit_take(h->limit, nik, day_ticks()))
		return true;
	h->refused++;
	if (day_due(&h->told_at, TELL_EVERY)) {
		log_warn("nikhash", "why=too-many refused=%lld",
		    (long long)h->refused);
		h->refused = 0;
	}
	return false;
}

/* Answers the program that has connected to FD.  A program that does not send a
 * NIK at once gets no answer. */
static void
answer(struct hasher *h, int fd)
{
	const struct timeval wait = {.tv_usec = 100000};
	unsigned char hash[CRYPT_HASH_SIZE];
	char nik[NIK_SIZE] = "";

	if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait)) != 0 ||
	    recv(fd, nik, NIK_SIZE - 1, MSG_WAITALL) != NIK_SIZE - 1 ||
	    strspn(nik, "0123456789") != NIK_SIZE - 1 || !may_answer(h, nik))
		return;
	keys_nik_hash(&h->keys, nik, hash);
	/* a program that has closed the connection needs no answer */
	if (send(fd, hash, sizeof(hash), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		log_info("nikhash", "errno=%d", errno);
}

static int
serve(struct hasher *h)
{
	for (;;) {
		int fd = accept(STDIN_FILENO, NULL, NULL);

		if (fd >= 0) {
			answer(h, fd);
			close(fd);
		} else if (errno != EINTR && errno != ECONNABORTED) {
			log_fault("nikhash", "what=accept errno=%d", errno);
			return 1;
		}
	}
}

int
main(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";
	struct hasher h = {0};
	struct arena arena;
	struct conf conf = {0};
	int code = 1;

	log_open("nikhash", LOG_INFO);
	arena_init(&arena, 0);
	if (crypt_start() == OK && conf_load(&conf, NULL) == OK &&
	    keys_load(&h.keys, conf.keys_dir, KEY_NIK) == OK) {
		h.limit = nik_limit_make(&arena);
		code = 0;
		if (strcmp(word, "-n") == 0)
			conf_print(&conf, stdout);
		else if (strcmp(word, "-t") == 0)
			puts("ok");
		else
			code = serve(&h);
	}
	arena_free(&arena);
	conf_free(&conf);
	return code;
}
