/* serve.c - the loop of a program: FastCGI, or one plain CGI request. */
#include "web/serve.h"

#include <fcgiapp.h>
#include <stdio.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"

#define ARENA_SIZE (256 * 1024) /* bytes of the arena kept between requests */
#define YOUNG 30                /* seconds; no younger process retires */
#define LOOK_EVERY 1000         /* requests between two checks of the memory */

extern char **environ;

static ssize_t
read_stdin(void *in, char *out, size_t n)
{
	(void)in;
	return read(STDIN_FILENO, out, n);
}

static ssize_t
read_fcgi(void *in, char *out, size_t n)
{
	return FCGX_GetStr(out, (int)n, in);
}

/* Bytes of resident memory of this process. */
static int64_t
resident(void)
{
	long long total, pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");

	if (f == NULL)
		return 0;
	if (fscanf(f, "%lld %lld", &total, &pages) != 2)
		pages = 0;
	fclose(f);
	return pages * sysconf(_SC_PAGESIZE);
}

struct retirement {
	int64_t requests, seconds, bytes; /* limits, jitter included */
	int64_t served;
	int64_t started; /* day_ticks */
};

static int64_t
jitter(int64_t n)
{
	unsigned char r;

	crypt_random(&r, 1);
	return n - n * r / 2560; /* up to 10 % less, so that not all processes
	                            end at once */
}

static bool
retire(struct retirement *r)
{
	int64_t age = (day_ticks() - r->started) / 1000000000;
	const char *why = NULL;

	r->served++;
	if (age < YOUNG)
		return false;
	if (r->served >= r->requests)
		why = "requests";
	else if (age >= r->seconds)
		why = "age";
	else if (r->served % LOOK_EVERY == 0 && resident() > r->bytes)
		why = "memory";
	if (why != NULL)
		log_info("retire", "why=%s served=%lld age=%lld", why,
		    (long long)r->served, (long long)age);
	return why != NULL;
}

static int
serve_once(void (*handle)(void *, struct request *, struct reply *), void *ctx)
{
	struct request req;
	struct reply reply;
	struct arena a;
	struct buf out;
	size_t done = 0;

	arena_init(&a, ARENA_SIZE);
	request_begin(&req, &a, environ);
	req.read = read_stdin;
	reply_begin(&reply, &a);
	handle(ctx, &req, &reply);
	buf_init(&out, &a, reply.body.len + 4096, REPLY_DOCUMENT_MAX + 65536);
	reply_write(&reply, &out);
	while (done < out.len) {
		ssize_t n =
		    write(STDOUT_FILENO, out.data + done, out.len - done);

		if (n <= 0)
			break;
		done += (size_t)n;
	}
	arena_free(&a);
	return done == out.len ? 0 : 1;
}

int
serve_run(const struct conf *conf,
    void (*handle)(void *ctx, struct request *req, struct reply *reply),
    void *ctx)
{
	struct retirement r = {.started = day_ticks(),
	    .requests = jitter(conf->retire_requests),
	    .seconds = jitter(conf->retire_seconds),
	    .bytes = conf->retire_bytes};
	FCGX_Request fcgi;
	struct arena a;

	if (FCGX_IsCGI())
		return serve_once(handle, ctx);
	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, 0, 0) != 0) {
		log_fault("serve", "why=init");
		return 1;
	}
	arena_init(&a, ARENA_SIZE);
	while (FCGX_Accept_r(&fcgi) == 0) {
		struct request req;
		struct reply reply;
		struct buf out;

		request_begin(&req, &a, fcgi.envp);
		req.read = read_fcgi;
		req.in = fcgi.in;
		reply_begin(&reply, &a);
		handle(ctx, &req, &reply);
		buf_init(&out, &a, reply.body.len + 4096,
		    REPLY_DOCUMENT_MAX + 65536);
		reply_write(&reply, &out);
		request_drain(&req);
		FCGX_PutStr(out.data, (int)out.len, fcgi.out);
		FCGX_Finish_r(&fcgi);
		arena_reset(&a);
		if (retire(&r))
			break;
	}
	arena_free(&a);
	return 0;
}
