/* answer.h - one HTTP/1.1 answer, judged while it comes in.
 *
 * An answer is whole when its head has ended and exactly Content-Length bytes
 * have followed.  An answer without Content-Length is bad: all programs send
 * this header (DESIGN.md section 3), and without it a cut page looks whole.
 */
#ifndef BENCH_ANSWER_H
#define BENCH_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#define ANSWER_HEAD_MAX 8192

enum answer_is {
	ANSWER_NOTHING, /* no byte has come */
	ANSWER_PART,    /* some bytes have come, more must follow */
	ANSWER_WHOLE,
	ANSWER_BAD, /* not HTTP, no Content-Length, or more bytes than that */
};

struct answer {
	enum answer_is is;
	int status;
	bool closes; /* the server ends the connection after it */
	size_t head_len;
	size_t body_left;
	bool in_body;
	char head[ANSWER_HEAD_MAX];
};

/* Prepares A for the first or the next answer of a connection. */
void answer_begin(struct answer *a);

/* Adds the N bytes at DATA to the answer and returns its state. */
enum answer_is answer_take(struct answer *a, const char *data, size_t n);

#endif
