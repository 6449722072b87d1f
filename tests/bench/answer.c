/* answer.c - judges an HTTP/1.1 answer while it arrives. */
#include "config.h"

#include "answer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void
answer_begin(struct answer *a)
{
	a->is = ANSWER_NOTHING;
	a->status = 0;
	a->closes = false;
	a->head_len = 0;
	a->body_left = 0;
	a->in_body = false;
}

/* The value of the header NAME ("\nname:"); NULL if the answer lacks it. */
static const char *
header(const struct answer *a, const char *name)
{
	const char *at = strcasestr(a->head, name);

	if (at == NULL)
		return NULL;
	at += strlen(name);
	return at + strspn(at, " \t");
}

/* Reads the whole head; false if no program of ours could have sent it. */
static bool
head_read(struct answer *a)
{
	const char *length, *connection;
	char *end;

	if (strncmp(a->head, "HTTP/1.1 ", 9) != 0)
		return false;
	a->status = (int)strtol(a->head + 9, &end, 10);
	if (end != a->head + 12 || a->status < 200 || a->status > 599)
		return false;
	connection = header(a, "\nConnection:");
	a->closes =
	    connection != NULL && strncasecmp(connection, "close", 5) == 0;
	length = header(a, "\nContent-Length:");
	if (length == NULL)
		return a->status == 204 || a->status == 304;
	if (!isdigit((unsigned char)*length))
		return false;
	a->body_left = strtoul(length, &end, 10);
	return *end == '\r';
}

/* Takes bytes of the head; returns how many belong to it. */
static size_t
head_take(struct answer *a, const char *data, size_t n)
{
	size_t used = 0;

	while (used < n && a->head_len < ANSWER_HEAD_MAX - 1) {
		a->head[a->head_len++] = data[used++];
		if (a->head_len < 4 ||
		    memcmp(a->head + a->head_len - 4, "\r\n\r\n", 4) != 0)
			continue;
		a->head[a->head_len] = '\0';
		a->in_body = true;
		if (!head_read(a))
			a->is = ANSWER_BAD;
		return used;
	}
	if (a->head_len == ANSWER_HEAD_MAX - 1)
		a->is = ANSWER_BAD;
	return used;
}

enum answer_is
answer_take(struct answer *a, const char *data, size_t n)
{
	size_t used = 0;

	if (a->is == ANSWER_BAD || n == 0)
		return a->is;
	if (a->is == ANSWER_WHOLE) {
		a->is = ANSWER_BAD;
		return a->is;
	}
	a->is = ANSWER_PART;
	if (!a->in_body)
		used = head_take(a, data, n);
	if (a->is == ANSWER_BAD || !a->in_body)
		return a->is;
	if (n - used > a->body_left) {
		a->is = ANSWER_BAD;
		return a->is;
	}
	a->body_left -= n - used;
	if (a->body_left == 0)
		a->is = ANSWER_WHOLE;
	return a->is;
}
