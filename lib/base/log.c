/* log.c - one key=value line an event, on standard error. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"

static struct {
	const char *program;
	enum log_level least;
} state = {.program = "antrean", .least = LOG_INFO};

void
log_open(const char *program, enum log_level least)
{
	state.program = program;
	state.least = least;
}

static void __attribute__((format(printf, 3, 0)))
log_write(enum log_level level, const char *event, const char *fmt, va_list ap)
{
	static const char *const names[] = {"info", "warn", "fault"};
	char line[LOG_LINE_MAX], when[DAY_STAMP_SIZE];
	size_t n;
	int k;

	if (level < state.least)
		return;
	day_stamp(day_now(), when);
	k = snprintf(line, sizeof(line),
	    "time=%s level=%s program=%s event=%s ", when, names[level],
	    state.program, event);
	n = k < 0 ? 0 : (size_t)k;
	if (n < sizeof(line) - 1) {
		k = vsnprintf(line + n, sizeof(line) - n, fmt, ap);
		n += k < 0 ? 0 : (size_t)k;
	}
	if (n > sizeof(line) - 2)
		n = sizeof(line) - 2;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	line[n++] = '\n';
	/* a failed write of the log cannot be reported anywhere */
	if (write(STDERR_FILENO, line, n) < 0)
		return;
}

void
log_info(const char *event, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_write(LOG_INFO, event, fmt, ap);
	va_end(ap);
}

void
log_warn(const char *event, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_write(LOG_WARN, event, fmt, ap);
	va_end(ap);
}

void
log_fault(const char *event, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_write(LOG_FAULT, event, fmt, ap);
	va_end(ap);
}

char *
log_word(char *out, size_t size, const char *s)
{
	size_t i;

	for (i = 0; i + 1 < size && s[i] != '\0'; i++) {
		unsigned char c = (unsigned char)s[i];

		out[i] = c <= ' ' || c == '"' || c == 0x7f ? '_' : s[i];
	}
	if (size > 0)
		out[i] = '\0';
	return out;
}
