/* contract_test.c - a call that breaks a function's contract ends the program,
 * in a release build too.  Otherwise the function would write outside its
 * arrays or use a key of zeros. */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/crypt.h"
#include "queue/audit/actor.h"
#include "queue/office/parameter.h"
#include "queue/people/keys.h"
#include "queue/seat/place.h"
#include "queue/visit/booking.h"

/* True if CALL(N) ends its process by abort(). */
static bool
aborts(void (*call)(int n), int n)
{
	const struct rlimit none = {0, 0};
	int status = 0, silent;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		signal(SIGABRT, SIG_DFL); /* not cmocka's handler */
		setrlimit(RLIMIT_CORE, &none);
		silent = open("/dev/null", O_WRONLY | O_CLOEXEC);
		dup2(silent, STDERR_FILENO);
		call(n);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void
claim_seats(int n)
{
	const struct place_wish wish = {.slot_id = 1, .n = n};
	int seat[PARTY_MAX];
	enum err e = place_take(NULL, NULL, NULL, &wish, seat);

	(void)e;
}

static void
book(int party)
{
	struct booking b = {.party = party};
	struct booking_order order = {0};
	struct actor by = {.kind = ACTOR_SYSTEM};
	int at;
	enum err e = booking_make(NULL, NULL, &by, &order, &b, &at);

	(void)e;
}

static void
name_actor(int kind)
{
	actor_name((enum actor_kind)kind);
}

static void
bound_parameter(int p)
{
	parameter_bound((enum parameter)p, 1);
}

static void
hash_nik(int loaded)
{
	const struct crypt_keys keys = {.loaded = (unsigned)loaded};
	unsigned char hash[CRYPT_HASH_SIZE];

	keys_nik_hash(&keys, "3171014107909001", hash);
}

static void
a_party_has_one_to_five_people(void **state)
{
	(void)state;
	assert_true(aborts(claim_seats, 0));
	assert_true(aborts(claim_seats, PARTY_MAX + 1));
	assert_true(aborts(book, 0));
	assert_true(aborts(book, PARTY_MAX + 1));
}

static void
a_name_is_of_one_that_there_is(void **state)
{
	(void)state;
	assert_false(aborts(name_actor, ACTOR_SYSTEM));
	assert_true(aborts(name_actor, ACTOR_KINDS));
	assert_false(aborts(bound_parameter, 0));
	assert_true(aborts(bound_parameter, PARAMETER_COUNT));
}

static void
a_key_is_loaded_before_it_is_used(void **state)
{
	(void)state;
	assert_false(aborts(hash_nik, CRYPT_KEYED));
	assert_true(aborts(hash_nik, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_party_has_one_to_five_people),
	    cmocka_unit_test(a_name_is_of_one_that_there_is),
	    cmocka_unit_test(a_key_is_loaded_before_it_is_used),
	};

	return RUN("contract", tests);
}
