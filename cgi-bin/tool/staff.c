/* staff.c - antrean staff: adds and disables members of staff. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tool/tool.h"

#include "base/bytes.h"
#include "base/crypt.h"
#include "base/utf8.h"
#include "queue/office/office.h"
#include "queue/people/staff.h"

#define PASSWORD_LEAST 12 /* characters */
#define PASSWORD_SIZE 256 /* bytes, with the line end and the NUL */
#define RANDOM_BYTES 10   /* of a made password: 16 symbols of base 32 */
#define NAME_MAX_CHARS 100

/* Reads the password from standard input.  If standard input is a terminal or
 * empty, makes a random password and sets *MADE to true. */
static int
password_read(char out[PASSWORD_SIZE], bool *made)
{
	unsigned char bytes[RANDOM_BYTES];
	size_t n;

	out[0] = '\0';
	if (!isatty(STDIN_FILENO) && fgets(out, PASSWORD_SIZE, stdin) != NULL) {
		n = strcspn(out, "\r\n");
		if (n == PASSWORD_SIZE - 1) {
			stderr_say(NULL, 0, "a password has at most %d bytes",
			    PASSWORD_SIZE - 2);
			return TOOL_FAILED;
		}
		out[n] = '\0';
	}
	*made = out[0] == '\0';
	if (*made) {
		crypt_random(bytes, sizeof(bytes));
		bytes_b32(bytes, sizeof(bytes), out);
		return TOOL_DONE;
	}
	if (!utf8_valid(out, strlen(out)) || utf8_count(out) < PASSWORD_LEAST) {
		stderr_say(NULL, 0, "a password has at least %d characters",
		    PASSWORD_LEAST);
		return TOOL_FAILED;
	}
	return TOOL_DONE;
}

static bool
staff_option(
    struct staff *s, const char **office, int letter, const char *value)
{
	switch (letter) {
	case 'r':
		s->role = staff_role_read(value);
		return s->role != STAFF_NONE;
	case 'o':
		*office = value;
		return true;
	case 'l':
		s->login = value;
		return true;
	case 'n':
		s->name = value;
		return utf8_valid(value, strlen(value)) &&
		       utf8_count(value) <= NAME_MAX_CHARS;
	default:
		return false;
	}
}

static bool
staff_read(struct staff *s, const char **office, int argc, char **argv)
{
	static const struct option options[] = {
	    {"role", required_argument, NULL, 'r'},
	    {"office", required_argument, NULL, 'o'},
	    {"login", required_argument, NULL, 'l'},
	    {"name", required_argument, NULL, 'n'},
	    {NULL, 0, NULL, 0},
	};
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
		if (!staff_option(s, office, c, optarg))
			return false;
	return optind == argc && s->role != STAFF_NONE && s->login != NULL &&
	       s->name != NULL;
}

static int
office_set(struct tool *t, const char *code, struct staff *s)
{
	struct office office;
	enum err e;

	if (code == NULL)
		return TOOL_DONE;
	e = office_by_code(t->db, t->arena, code, &office);
	if (e == ERR_MISSING) {
		stderr_say(NULL, 0, "there is no office '%s'", code);
		return TOOL_FAILED;
	}
	if (e != OK)
		return tool_failed("office", e);
	s->office_id = office.id;
	return TOOL_DONE;
}

static int
staff_new(struct tool *t, int argc, char **argv)
{
	char password[PASSWORD_SIZE], hash[CRYPT_PASSWORD_SIZE];
	struct staff s = {.password = hash};
	const char *office = NULL;
	bool made;
	int code;
	enum err e;

	if (!staff_read(&s, &office, argc, argv))
		return TOOL_USAGE;
	code = office_set(t, office, &s);
	if (code == TOOL_DONE)
		code = password_read(password, &made);
	if (code != TOOL_DONE)
		return code;
	e = crypt_password(password, hash);
	if (e == OK)
		e = staff_add(t->db, &t->by, &s);
	if (e == OK && made)
		printf("password: %s\n", password);
	explicit_bzero(password, sizeof(password));
	if (e == OK)
		return TOOL_DONE;
	if (e == ERR_TWICE)
		stderr_say(NULL, 0, "the login '%s' is taken", s.login);
	else if (e == ERR_INPUT)
		stderr_say(NULL, 0,
		    "a login has a-z 0-9 . - _; officer and admin are of an "
		    "office, national is of none");
	else
		return tool_failed("staff", e);
	return TOOL_FAILED;
}

static int
staff_end(struct tool *t, const char *login)
{
	enum err e = staff_disable(t->db, t->arena, &t->by, login);

	if (e == OK)
		return TOOL_DONE;
	if (e != ERR_MISSING)
		return tool_failed("staff", e);
	stderr_say(
	    NULL, 0, "nobody has the login '%s' and is not disabled", login);
	return TOOL_FAILED;
}

int
tool_staff(struct tool *t, int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "add") == 0)
		return staff_new(t, argc - 1, argv + 1);
	if (argc == 3 && strcmp(argv[1], "disable") == 0)
		return staff_end(t, argv[2]);
	return TOOL_USAGE;
}
