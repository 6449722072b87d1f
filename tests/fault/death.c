/* death.c - kills a program at a chosen point, which needs no code in it.
 *
 * LD_PRELOAD loads this library before the others, so its functions are called
 * in place of those of the database client and of libfcgi.  $DEATH/PROGRAM
 * holds one word.  The first process of PROGRAM that reaches the point of that
 * name deletes the file and kills itself (or loses its connection):
 *
 *	booking		before the first INSERT of a transaction
 *	applicants	before the second
 *	commit		before COMMIT is sent
 *	committed	after the answer to COMMIT, before any output
 *	cut		goes on; the answer to COMMIT is lost
 *	head		when half of the head was sent
 *	half		when half of the answer was sent
 *	late		when all but one byte of the answer was sent
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <mysql.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* True for the one process that must die at PLACE. */
static bool
here(const char *place)
{
	const char *dir = getenv("DEATH");
	char path[200], word[16] = "";
	int fd;

	if (dir == NULL)
		return false;
	snprintf(
	    path, sizeof(path), "%s/%s", dir, program_invocation_short_name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	if (read(fd, word, sizeof(word) - 1) < 0)
		word[0] = '\0';
	close(fd);
	word[strcspn(word, "\n")] = '\0';
	return strcmp(word, place) == 0 && unlink(path) == 0;
}

static void
die(void)
{
	raise(SIGKILL);
}

/* Stores in the function pointer at FUNCTION the original NAME, which a
 * function of this file replaces. */
static void
next(const char *name, void *function)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (found == NULL) {
		fprintf(stderr, "death: no %s\n", name);
		exit(1);
	}
	memcpy(function, &found, sizeof(found));
}

/* Counts the writes of the transaction. */
static int *
inserts(void)
{
	static int n;

	return &n;
}

int
mysql_stmt_execute(MYSQL_STMT *stmt)
{
	int (*execute)(MYSQL_STMT *);

	next("mysql_stmt_execute", &execute);
	if (*inserts() >= 0 && mysql_stmt_field_count(stmt) == 0)
		if (here((*inserts())++ == 0 ? "booking" : "applicants"))
			die();
	return execute(stmt);
}

static int
commit(MYSQL *my, int (*query)(MYSQL *, const char *, unsigned long))
{
	int e;

	*inserts() = -1;
	if (here("commit"))
		die();
	if (here("cut")) {
		if (mysql_send_query(my, "COMMIT", 6) == 0)
			shutdown(mysql_get_socket(my), SHUT_RD);
		return mysql_read_query_result(my) != 0;
	}
	e = query(my, "COMMIT", 6);
	if (here("committed"))
		die();
	return e;
}

int
mysql_real_query(MYSQL *my, const char *sql, unsigned long len)
{
	int (*query)(MYSQL *, const char *, unsigned long);

	next("mysql_real_query", &query);
	if (len == 6 && memcmp(sql, "COMMIT", 6) == 0)
		return commit(my, query);
	*inserts() = strncmp(sql, "START ", 6) == 0 ? 0 : -1;
	return query(my, sql, len);
}

/* A program writes its answer with one call; the rest of that call is lost. */
int
FCGX_PutStr(const char *s, int n, FCGX_Stream *out)
{
	int (*put)(const char *, int, FCGX_Stream *);
	const char *body = memmem(s, (size_t)n, "\r\n\r\n", 4);
	int part = n;

	next("FCGX_PutStr", &put);
	if (here("head"))
		part = (int)(body - s) / 2;
	else if (here("half"))
		part = n / 2;
	else if (here("late"))
		part = n - 1;
	if (part == n)
		return put(s, n, out);
	put(s, part, out);
	FCGX_FFlush(out);
	die();
	return -1;
}
