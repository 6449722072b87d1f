/* shared.c - a file in memory that the programs of a host share. */
#include "base/shared.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

static int
file_open(const char *path, enum shared_how how)
{
	mode_t mask;
	int fd;

	if (how == SHARED_READ)
		return open(path, O_RDONLY | O_CLOEXEC);
	if (how == SHARED_WRITE)
		return open(path, O_RDWR | O_CLOEXEC);
	/* whoever comes first makes it for all, from a shell too */
	mask = umask(007);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	umask(mask);
	return fd;
}

/* Length of the file, at least SIZE if it may be lengthened; -1 on failure. */
static off_t
file_size(int fd, size_t size, enum shared_how how)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return -1;
	if (how != SHARED_MAKE || st.st_size >= (off_t)size)
		return st.st_size;
	return ftruncate(fd, (off_t)size) == 0 ? (off_t)size : -1;
}

enum err
shared_open(
    struct shared *s, const char *path, size_t size, enum shared_how how)
{
	int rights = how == SHARED_READ ? PROT_READ : PROT_READ | PROT_WRITE;
	int fd = file_open(path, how);
	void *data = MAP_FAILED;
	off_t length = -1;

	if (fd < 0 && errno == ENOENT && how != SHARED_MAKE)
		return ERR_MISSING;
	if (fd >= 0)
		length = file_size(fd, size, how);
	if (length == 0 || (length > 0 && (size_t)length < size)) {
		close(fd);
		return ERR_INPUT;
	}
	if (size == 0)
		size = (size_t)length;
	if (length > 0)
		data = mmap(NULL, size, rights, MAP_SHARED, fd, 0);
	if (data == MAP_FAILED) {
		log_fault("shared", "file=%s errno=%d", path, errno);
		if (fd >= 0)
			close(fd);
		return ERR_FAULT;
	}
	*s = (struct shared){.data = data, .size = size, .fd = fd};
	return OK;
}

bool
shared_sound(const struct shared *s)
{
	struct stat st;

	return s->data != NULL && fstat(s->fd, &st) == 0 && st.st_nlink > 0 &&
	       st.st_size >= (off_t)s->size;
}

void
shared_close(struct shared *s)
{
	if (s->data == NULL)
		return;
	munmap(s->data, s->size);
	close(s->fd);
	*s = (struct shared){.data = NULL};
}
