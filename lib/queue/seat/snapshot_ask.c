/* snapshot_ask.c - a snapshot with the places left, shared by the host's
 * programs. */
#include "config.h"

#include "queue/seat/snapshot_private.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"

#define LOOK_EVERY 10 /* ms between looks whether the other one is done */
#define SECOND INT64_C(1000000000)

/* Opens the file and takes its lock, which ends with FD.  ERR_BUSY: another
 * program has it; ERR_FAULT: there can be no file. */
static enum err
file_lock(const struct snapshot_wish *wish, int *fd)
{
	const struct timespec pause = {.tv_nsec = LOOK_EVERY * 1000000};
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int64_t until = day_ticks() + wish->patience * INT64_C(1000000);
	char path[PATH_MAX];
	mode_t mask;

	snprintf(path, sizeof(path), "%s/" SNAPSHOT_ASKED, wish->run_dir);
	mask = umask(007);
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	umask(mask);
	if (*fd < 0)
		return ERR_FAULT;
	while (fcntl(*fd, F_OFD_SETLK, &lock) != 0) {
		if ((errno == EAGAIN || errno == EACCES) &&
		    day_ticks() < until) {
			nanosleep(&pause, NULL);
			continue;
		}
		close(*fd);
		return ERR_BUSY;
	}
	return OK;
}

/* The snapshot of FD, if it is whole and was made within AGE seconds. */
static bool
take(
    struct arena *a, int fd, int age, struct snapshot_bytes *out, int64_t *made)
{
	struct timespec now;
	struct stat st;
	struct rowcodec p;
	int64_t since;

	if (fstat(fd, &st) != 0 || clock_gettime(CLOCK_REALTIME, &now) != 0)
		return false;
	since = (now.tv_sec - st.st_mtim.tv_sec) * SECOND + now.tv_nsec -
	        st.st_mtim.tv_nsec;
	/* a file's times are taken from a clock of coarse ticks */
	if (since < -SECOND || since >= age * SECOND ||
	    snapshot_get(a, fd, out) != OK || !snapshot_bytes_open(out, &p))
		return false;
	*made = day_ticks() - since;
	return true;
}

/* Written over what was there: programs may not make files in the run
 * directory.  What a killed program has left half-written its hash tells. */
static void
leave(int fd, const struct snapshot_bytes *bytes)
{
	if (lseek(fd, 0, SEEK_SET) != 0 || !snapshot_put(fd, bytes) ||
	    ftruncate(fd, (off_t)bytes->len) != 0)
		log_warn("snapshot", "file=" SNAPSHOT_ASKED " errno=%d", errno);
}

enum err
snapshot_ask(struct db *db, struct arena *a, const struct snapshot_wish *wish,
    struct snapshot_bytes *out, int64_t *made)
{
	int64_t began;
	int fd = -1;
	enum err e = file_lock(wish, &fd);

	if (e == ERR_BUSY)
		return e;
	if (fd >= 0 && take(a, fd, wish->age, out, made)) {
		close(fd);
		return OK;
	}
	began = day_ticks();
	e = snapshot_make(db, a, wish->now, SNAPSHOT_WITH_LEFT, out);
	if (e == OK)
		*made = began;
	if (e == OK && fd >= 0)
		leave(fd, out);
	if (fd >= 0)
		close(fd);
	return e;
}
