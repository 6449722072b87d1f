/* antrean.c - the command line of an installation. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "tool/tool.h"

#include "base/conf.h"
#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "queue/people/keys.h"
#include "queue/queries.h"

static const char usage[] =
    "usage:\n"
    "  antrean keys DIR\n"
    "  antrean import offices|regions|districts|holidays|quotas FILE\n"
    "  antrean open --from DAY --to DAY --opens 'YYYY-MM-DD HH:MM'\n"
    "          --closes 'YYYY-MM-DD HH:MM' [--office CODE]\n"
    "          [--unconfirmed-year]\n"
    "  antrean staff add --role officer|admin|national [--office CODE]\n"
    "          --login NAME --name NAME     (password on standard input)\n"
    "  antrean staff disable LOGIN\n"
    "The settings are those of ANTREAN_CONF.\n";

int
tool_keys(int argc, char **argv)
{
	enum err e;

	if (argc != 2)
		return TOOL_USAGE;
	if (mkdir(argv[1], 0700) != 0 && errno != EEXIST) {
		stderr_say(NULL, 0, "%s: %s", argv[1], strerror(errno));
		return TOOL_FAILED;
	}
	e = crypt_start();
	if (e == OK)
		e = keys_make(argv[1]);
	if (e == ERR_TWICE)
		stderr_say(NULL, 0,
		    "%s has keys already; without them no NIK can be read",
		    argv[1]);
	return e == OK ? TOOL_DONE : TOOL_FAILED;
}

static const struct command {
	const char *name;
	int (*run)(struct tool *t, int argc, char **argv);
} commands[] = {
    {"import", tool_import},
    {"open", tool_open},
    {"staff", tool_staff},
};

static int
command_run(const struct command *c, int argc, char **argv)
{
	struct arena a;
	struct conf conf;
	struct tool t = {
	    .arena = &a, .by = {.kind = ACTOR_SYSTEM, .now = day_now()}};
	int code = TOOL_FAILED;

	if (conf_load(&conf, NULL) == OK && crypt_start() == OK) {
		arena_init(&a, 1 << 20);
		t.db = db_new(&a, &conf);
		code = c->run(&t, argc, argv);
		arena_free(&a);
	}
	conf_free(&conf);
	return code;
}

int
main(int argc, char **argv)
{
	int code = TOOL_USAGE;

	log_open("antrean", LOG_WARN);
	if (argc > 1 && strcmp(argv[1], "keys") == 0)
		code = tool_keys(argc - 1, argv + 1);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (argc > 1 && strcmp(argv[1], commands[i].name) == 0)
			code = command_run(&commands[i], argc - 1, argv + 1);
	if (code == TOOL_USAGE)
		fputs(usage, stderr);
	if (fflush(stdout) != 0 && code == TOOL_DONE)
		code = TOOL_FAILED;
	return code;
}
