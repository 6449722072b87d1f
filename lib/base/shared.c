/* shared.c - a memory-mapped file that the programs of a host share. */
#include "base/shared.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

/* Opens the file.  A file that it makes is readable and writable for the group,
 * whatever the umask of the program. */
static int
file_open(const char *path, enum shared_use use)
{
	static const int flags[] = {
	    [SHARED_READ] = O_RDONLY,
	    [SHARED_WRITE] = O_RDWR,
	    [SHARED_MADE] = O_RDWR | O_CREAT,
	};
	mode_t mask = umask(007);
	int fd = open(path, flags[use] | O_CLOEXEC, 0660);

	umask(mask);
	return fd;
}

/* The length of the file; -1 on failure.  With SHARED_MADE the file is first
 * extended to SIZE, with all its disk space reserved. */
static off_t
file_size(int fd, size_t size, enum shared_use use)
{
	struct stat st;

	if (use == SHARED_MADE) {
		errno = posix_fallocate(fd, 0, (off_t)size);
		if (errno != 0)
			return -1;
	}
	return fstat(fd, &st) == 0 ? st.st_size : -1;
}

enum err
shared_open(
    struct shared *s, const char *path, size_t size, enum shared_use use)
{
	int prot = use == SHARED_READ ? PROT_READ : PROT_READ | PROT_WRITE;
	int fd = file_open(path, use);
	void *data = MAP_FAILED;
	off_t length = -1;

	if (fd < 0 && errno == ENOENT && use != SHARED_MADE)
		return ERR_MISSING;
	if (fd >= 0)
		length = file_size(fd, size, use);
	if (length >= 0 && (size_t)length < size) {
		close(fd);
		return ERR_INPUT;
	}
	if (length >= 0)
		data = mmap(NULL, size, prot, MAP_SHARED, fd, 0);
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
