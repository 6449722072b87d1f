/* conf.c - fuzzes a configuration file. */
#include "base/conf.h"

#include <ctype.h>
#include <string.h>

#include "fuzz.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_start();
	return 0;
}

static void
conf_holds(const struct conf *c)
{
	const char *url = c->base_url, *host = strstr(url, "://");
	size_t n = strlen(url);

	HOLDS(c->secure == (strncmp(url, "https://", 8) == 0));
	HOLDS(c->secure || strncmp(url, "http://", 7) == 0);
	HOLDS(url[n - 1] != '/');
	HOLDS(host[3] != '/');
	for (size_t i = 0; i < n; i++)
		HOLDS((unsigned char)url[i] > ' ' && url[i] != 0x7f);
	HOLDS(strlen(c->base_origin) <= n);
	HOLDS(strchr(strstr(c->base_origin, "://") + 3, '/') == NULL);
	HOLDS(c->db_timeout >= 0 && c->retire_requests >= 0);
	HOLDS(c->retire_seconds >= 0 && c->retire_bytes >= 0);
}

/* The printed settings, read again, give the same settings. */
static void
round_trip(const struct conf *c)
{
	struct conf again;
	FILE *f = fopen("printed", "we");

	HOLDS(f != NULL);
	conf_print(c, f);
	HOLDS(fclose(f) == 0);
	HOLDS(conf_load(&again, "printed") == OK);
	HOLDS(strcmp(again.base_url, c->base_url) == 0);
	HOLDS(strcmp(again.base_origin, c->base_origin) == 0);
	HOLDS(strcmp(again.pages_dir, c->pages_dir) == 0);
	HOLDS(strcmp(again.db_host, c->db_host) == 0);
	HOLDS(strcmp(again.db_name, c->db_name) == 0);
	HOLDS(strcmp(again.db_password_file, c->db_password_file) == 0);
	HOLDS(again.db_timeout == c->db_timeout);
	HOLDS(again.retire_bytes == c->retire_bytes);
	HOLDS(again.check_views == c->check_views);
	conf_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct conf c;

	fuzz_file("conf", data, size);
	if (conf_load(&c, "conf") == OK) {
		conf_holds(&c);
		round_trip(&c);
	}
	conf_free(&c);
	return 0;
}
