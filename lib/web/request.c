/* request.c - what a browser asked, taken from the CGI environment. */
#include "web/request.h"

#include <stdlib.h>
#include <string.h>

#include "base/crypt.h"
#include "base/day.h"

#define DRAIN_MAX                                                              \
	(4 * 1024 * 1024) /* bytes; the web server refuses larger ones */

/* The variables of a request, by their names in RFC 3875. */
enum {
	METHOD,
	QUERY,
	COOKIE,
	ORIGIN,
	SIGNATURE,
	ADDR,
	TYPE,
	LENGTH,
	VARIABLES
};
static const char *const variable[VARIABLES] = {
    [METHOD] = "REQUEST_METHOD",
    [QUERY] = "QUERY_STRING",
    [COOKIE] = "HTTP_COOKIE",
    [ORIGIN] = "HTTP_ORIGIN",
    [SIGNATURE] = "HTTP_X_HUB_SIGNATURE_256",
    [ADDR] = "REMOTE_ADDR",
    [TYPE] = "CONTENT_TYPE",
    [LENGTH] = "CONTENT_LENGTH",
};

/* The value if S is NAME=VALUE, else NULL. */
static const char *
value_of(const char *s, const char *name)
{
	while (*name != '\0')
		if (*s++ != *name++)
			return NULL;
	return *s == '=' ? s + 1 : NULL;
}

/* Finds the values in ENVP: the first of several, "" for a missing one. */
static void
env_read(char *const *envp, const char *value[VARIABLES])
{
	for (int i = 0; i < VARIABLES; i++)
		value[i] = NULL;
	for (; *envp != NULL; envp++) {
		for (int i = 0; i < VARIABLES; i++)
			if (value[i] == NULL)
				value[i] = value_of(*envp, variable[i]);
	}
	for (int i = 0; i < VARIABLES; i++)
		if (value[i] == NULL)
			value[i] = "";
}

static enum method
method_read(const char *s)
{
	if (strcmp(s, "GET") == 0 || strcmp(s, "HEAD") == 0)
		return METHOD_GET;
	return strcmp(s, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
}

static int64_t
length_read(const char *s)
{
	char *end;
	long long n;

	if (*s < '0' || *s > '9')
		return -1;
	n = strtoll(s, &end, 10);
	return *end == '\0' ? n : -1;
}

void
request_begin(struct request *req, struct arena *a, char *const *envp)
{
	static const char hex[] = "0123456789abcdef";
	const char *value[VARIABLES];
	unsigned char id[8];

	env_read(envp, value);
	*req = (struct request){.arena = a};
	req->now = day_now();
	req->ticks = day_ticks();
	req->method = method_read(value[METHOD]);
	req->query = arena_strdup(a, value[QUERY]);
	req->cookies = arena_strdup(a, value[COOKIE]);
	req->origin = arena_strdup(a, value[ORIGIN]);
	req->signature = arena_strdup(a, value[SIGNATURE]);
	req->addr = arena_strdup(a, value[ADDR]);
	req->content_type = arena_strdup(a, value[TYPE]);
	req->length = length_read(value[LENGTH]);
	req->body = "";
	crypt_random(id, sizeof(id));
	for (size_t i = 0; i < sizeof(id); i++) {
		req->id[2 * i] = hex[id[i] >> 4];
		req->id[2 * i + 1] = hex[id[i] & 15];
	}
}

enum err
request_body(struct request *req, size_t max)
{
	size_t have = 0, room, want;
	char *body;

	if (req->length > (int64_t)max)
		return ERR_LARGE;
	room = req->length < 0 ? max : (size_t)req->length;
	/* read no more than CONTENT_LENGTH: a server need not close a CGI's
	 * input after that (RFC 3875 section 4.2), so a further read could
	 * block for ever */
	want = req->length < 0 ? room + 1 : room;
	body = arena_alloc(req->arena, want + 1);
	while (have < want) {
		ssize_t n = req->read(req->in, body + have, want - have);

		if (n <= 0)
			break;
		have += (size_t)n;
	}
	if (have > room)
		return ERR_LARGE;
	if (req->length >= 0 && have < room)
		return ERR_INPUT;
	body[have] = '\0';
	req->body = body;
	req->body_len = have;
	return OK;
}

void
request_drain(struct request *req)
{
	char buf[8192];
	size_t total = 0;
	ssize_t n;

	while (
	    total < DRAIN_MAX && (n = req->read(req->in, buf, sizeof(buf))) > 0)
		total += (size_t)n;
}

const char *
request_cookie(const struct request *req, const char *name)
{
	size_t n = strlen(name);
	const char *p = req->cookies;

	while (*p != '\0') {
		size_t len;

		p += strspn(p, "; \t");
		len = strcspn(p, ";");
		if (len > n && strncmp(p, name, n) == 0 && p[n] == '=')
			return arena_strndup(
			    req->arena, p + n + 1, len - n - 1);
		p += len;
	}
	return NULL;
}
