/* conf.c - the settings of an installation. */
#include "config.h"

#include "base/conf.h"

#include <ctype.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum kind {
	TEXT,
	COUNT, /* int64_t, 0 and up */
	FLAG,  /* yes or no */
};

static const struct setting {
	const char *name;
	enum kind kind;
	size_t at;
	const char *preset;
} settings[] = {
    {"base_url", TEXT, offsetof(struct conf, base_url), "http://localhost"},
    {"pages_dir", TEXT, offsetof(struct conf, pages_dir), PAGESDIR},
    {"style_file", TEXT, offsetof(struct conf, style_file), STYLEFILE},
    {"fonts_dir", TEXT, offsetof(struct conf, fonts_dir), FONTSDIR},
    {"keys_dir", TEXT, offsetof(struct conf, keys_dir), KEYSDIR},
    {"run_dir", TEXT, offsetof(struct conf, run_dir), RUNDIR},
    {"db_host", TEXT, offsetof(struct conf, db_host), ""},
    {"db_socket", TEXT, offsetof(struct conf, db_socket),
	"/run/mysqld/mysqld.sock"},
    {"db_name", TEXT, offsetof(struct conf, db_name), "antrean"},
    {"db_user", TEXT, offsetof(struct conf, db_user), ""},
    {"db_password_file", TEXT, offsetof(struct conf, db_password_file), ""},
    {"db_timeout", COUNT, offsetof(struct conf, db_timeout), "10"},
    {"retire_requests", COUNT, offsetof(struct conf, retire_requests),
	"100000"},
    {"retire_seconds", COUNT, offsetof(struct conf, retire_seconds), "3600"},
    {"retire_bytes", COUNT, offsetof(struct conf, retire_bytes), "67108864"},
    {"password_turns", COUNT, offsetof(struct conf, password_turns), "0"},
    {"check_views", FLAG, offsetof(struct conf, check_views), "no"},
};
#define N_SETTINGS (sizeof(settings) / sizeof(settings[0]))

static const struct setting *
setting_find(const char *name)
{
	for (size_t i = 0; i < N_SETTINGS; i++)
		if (strcmp(settings[i].name, name) == 0)
			return &settings[i];
	return NULL;
}

/* Frees the text at AT, a const char * member of struct conf, and stores TEXT
 * there.  The member owns TEXT from then on. */
static void
text_set(void *at, char *text)
{
	char *old;

	memcpy(&old, at, sizeof(old));
	free(old);
	memcpy(at, &text, sizeof(text));
}

static bool
setting_set(struct conf *conf, const struct setting *s, const char *value)
{
	void *at = (char *)conf + s->at;
	char *end;

	switch (s->kind) {
	case TEXT:
		text_set(at, strdup(value));
		return *(const char **)at != NULL;
	case COUNT:
		errno = 0;
		*(int64_t *)at = strtoll(value, &end, 10);
		return errno == 0 && end != value && *end == '\0' &&
		       *(int64_t *)at >= 0;
	case FLAG:
		*(bool *)at = strcmp(value, "yes") == 0;
		return *(bool *)at || strcmp(value, "no") == 0;
	}
	return false;
}

static char *
trim(char *s)
{
	char *end;

	while (isspace((unsigned char)*s))
		s++;
	end = s + strlen(s);
	while (end > s && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return s;
}

static enum err
conf_line(struct conf *conf, char *line, const char *path, int number)
{
	const struct setting *s;
	char *name = trim(line), *value = strchr(line, '=');

	if (*name == '\0' || *name == '#')
		return OK;
	if (value == NULL) {
		log_fault(
		    "conf", "file=%s line=%d why=no-equals-sign", path, number);
		return ERR_FAULT;
	}
	*value++ = '\0';
	name = trim(name);
	s = setting_find(name);
	if (s == NULL || !setting_set(conf, s, trim(value))) {
		log_fault("conf", "file=%s line=%d name=%s why=%s", path,
		    number, name, s == NULL ? "unknown-name" : "bad-value");
		return ERR_FAULT;
	}
	return OK;
}

/* Returns the first N bytes of URL, its part before the path, in the form of an
 * Origin header: lower case, no default port (RFC 6454 section 6.2).  The
 * caller frees it; NULL if memory ran out. */
static char *
origin(const char *url, size_t n, bool secure)
{
	const char *port = secure ? ":443" : ":80";
	size_t len = strlen(port);
	char *s = strndup(url, n);

	if (s == NULL)
		return NULL;
	for (char *p = s; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	if (n > len && strcmp(s + n - len, port) == 0)
		s[n - len] = '\0';
	return s;
}

/* True if URL has http or https, a host, no slash at the end, and no byte that
 * could end the header line or the attribute it is written to. */
static bool
base_url_ok(const char *url)
{
	size_t n = strlen(url);
	const char *host = url;

	if (strncmp(url, "http://", 7) == 0)
		host += 7;
	else if (strncmp(url, "https://", 8) == 0)
		host += 8;
	for (const char *p = url; *p != '\0'; p++)
		if (!isgraph((unsigned char)*p))
			return false;
	return host != url && strchr("/:?#", *host) == NULL &&
	       url[n - 1] != '/';
}

/* Derives `secure` and `base_origin` from base_url. */
static enum err
conf_derive(struct conf *conf)
{
	const char *path;
	size_t n = strlen(conf->base_url);

	conf->secure = strncmp(conf->base_url, "https://", 8) == 0;
	if (!base_url_ok(conf->base_url)) {
		log_fault("conf", "name=base_url why=bad-value");
		return ERR_FAULT;
	}
	path = strchr(strstr(conf->base_url, "://") + 3, '/');
	if (path != NULL)
		n = (size_t)(path - conf->base_url);
	conf->base_origin = origin(conf->base_url, n, conf->secure);
	if (conf->base_origin == NULL) {
		log_fault("conf", "name=base_url why=no-memory");
		return ERR_FAULT;
	}
	return OK;
}

enum err
conf_load(struct conf *conf, const char *path)
{
	char line[4096];
	enum err e = OK;
	FILE *f;

	*conf = (struct conf){0};
	for (size_t i = 0; i < N_SETTINGS; i++)
		if (!setting_set(conf, &settings[i], settings[i].preset)) {
			log_fault(
			    "conf", "setting=%s why=preset", settings[i].name);
			return ERR_FAULT;
		}
	if (path == NULL)
		path = getenv("ANTREAN_CONF");
	if (path == NULL)
		path = CONFFILE;
	if (*path == '\0')
		return conf_derive(conf);
	f = fopen(path, "re");
	if (f == NULL) {
		log_fault("conf", "file=%s errno=%d", path, errno);
		return ERR_FAULT;
	}
	for (int n = 1; e == OK && fgets(line, sizeof(line), f) != NULL; n++) {
		/* fgets would return the rest of a line that is too long as
		 * the next line */
		if (strlen(line) == sizeof(line) - 1 &&
		    line[sizeof(line) - 2] != '\n') {
			log_fault(
			    "conf", "file=%s line=%d why=too-long", path, n);
			e = ERR_FAULT;
		} else {
			e = conf_line(conf, line, path, n);
		}
	}
	fclose(f);
	return e == OK ? conf_derive(conf) : e;
}

void
conf_free(struct conf *conf)
{
	for (size_t i = 0; i < N_SETTINGS; i++)
		if (settings[i].kind == TEXT)
			text_set((char *)conf + settings[i].at, NULL);
	text_set(&conf->base_origin, NULL);
	*conf = (struct conf){0};
}

void
conf_print(const struct conf *conf, FILE *out)
{
	for (size_t i = 0; i < N_SETTINGS; i++) {
		const void *at = (const char *)conf + settings[i].at;
		char number[24];
		const char *value = number;

		switch (settings[i].kind) {
		case TEXT:
			value = *(const char *const *)at;
			break;
		case COUNT:
			snprintf(number, sizeof(number), "%lld",
			    (long long)*(const int64_t *)at);
			break;
		case FLAG:
			value = *(const bool *)at ? "yes" : "no";
			break;
		}
		if (strcmp(value, settings[i].preset) != 0)
			fprintf(out, "%s = %s\n", settings[i].name, value);
	}
}
