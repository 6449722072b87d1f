/* request.c - what a browser asked, taken from the CGI environment. */
#include "web/request.h"

#include <stdlib.h>
#include <string.h>

#include "base/crypt.h"
#include "base/day.h"

#define DRAIN_MAX (4 * 1024 * 1024) /* bytes; more is the server's to stop */

static const char *
env(char *const *envp, const char *name)
{
	size_t n = strlen(name);

	for (; *envp != NULL; envp++)
		if (strncmp(*envp, name, n) == 0 && (*envp)[n] == '=')
			return *envp + n + 1;
	return "";
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
	unsigned char id[8];

	*req = (struct request){.arena = a};
	req->now = day_now();
	req->ticks = day_ticks();
	req->method = method_read(env(envp, "REQUEST_METHOD"));
	req->query = arena_strdup(a, env(envp, "QUERY_STRING"));
	req->cookies = arena_strdup(a, env(envp, "HTTP_COOKIE"));
	req->origin = arena_strdup(a, env(envp, "HTTP_ORIGIN"));
	req->addr = arena_strdup(a, env(envp, "REMOTE_ADDR"));
	req->content_type = arena_strdup(a, env(envp, "CONTENT_TYPE"));
	req->length = length_read(env(envp, "CONTENT_LENGTH"));
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
	/* behind what was said a server need not close a CGI's input (RFC 3875
	 * section 4.2), so to ask for more would be to wait for ever */
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
