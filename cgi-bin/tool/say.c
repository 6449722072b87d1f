/* say.c - writes the messages of the commands to standard error. */
#include "tool/tool.h"

#include <stdarg.h>
#include <stdio.h>

void
stderr_say(const char *path, int line, const char *fmt, ...)
{
	va_list ap;

	if (path == NULL)
		fputs("antrean: ", stderr);
	else
		fprintf(stderr, "%s:%d: ", path, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

int
tool_failed(const char *what, enum err e)
{
	if (e == ERR_BUSY)
		stderr_say(
		    NULL, 0, "%s: the database cannot now, see above", what);
	else
		stderr_say(NULL, 0, "%s: failed (%s)", what, err_name(e));
	return TOOL_FAILED;
}
