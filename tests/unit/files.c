/* files.c - a directory for files of a test, and the log lines of a test. */
#define _XOPEN_SOURCE 700
#include "files.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

struct files {
	struct arena *arena;
	char dir[sizeof("/tmp/antrean.XXXXXX")];
	FILE *log;
	int stderr_fd;
};

struct files *
files_open(struct arena *a)
{
	struct files *f = ARENA_NEW(a, struct files);

	f->arena = a;
	snprintf(f->dir, sizeof(f->dir), "/tmp/antrean.XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	f->log = tmpfile();
	assert_non_null(f->log);
	f->stderr_fd = dup(STDERR_FILENO);
	assert_true(f->stderr_fd >= 0);
	assert_true(dup2(fileno(f->log), STDERR_FILENO) >= 0);
	return f;
}

static int
file_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
files_close(struct files *f)
{
	dup2(f->stderr_fd, STDERR_FILENO);
	close(f->stderr_fd);
	fclose(f->log);
	nftw(f->dir, file_remove, 8, FTW_DEPTH | FTW_PHYS);
}

const char *
files_dir(const struct files *f)
{
	return f->dir;
}

char *
files_path(const struct files *f, const char *name)
{
	return arena_printf(f->arena, "%s/%s", f->dir, name);
}

void
files_write(struct files *f, const char *name, const char *fmt, ...)
{
	const char *slash = strchr(name, '/');
	va_list ap;
	FILE *out;

	if (slash != NULL)
		(void)mkdir(files_path(f, arena_strndup(f->arena, name,
					      (size_t)(slash - name))),
		    0700);
	out = fopen(files_path(f, name), "w");
	assert_non_null(out);
	va_start(ap, fmt);
	assert_true(vfprintf(out, fmt, ap) >= 0);
	va_end(ap);
	assert_int_equal(fclose(out), 0);
}

char *
files_log(struct files *f)
{
	off_t size = lseek(STDERR_FILENO, 0, SEEK_END);
	char *s;

	assert_true(size >= 0);
	s = arena_alloc(f->arena, (size_t)size + 1);
	assert_int_equal(
	    pread(STDERR_FILENO, s, (size_t)size, 0), (ssize_t)size);
	assert_int_equal(ftruncate(STDERR_FILENO, 0), 0);
	assert_true(lseek(STDERR_FILENO, 0, SEEK_SET) == 0);
	return s;
}
