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

#define LOOK_EVERY 10 /* ms between tries to get the lock */
#define SECOND INT64_C(1000000000)

/* Opens the file and locks it; closing FD unlocks it.  ERR_BUSY: another
 * program had the lock for wish->patience ms, or locking failed; ERR_FAULT: the
 * file cannot be opened. */
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

/* Reads the snapshot in FD; false if the snapshot is not whole, or is AGE
 * seconds old or older. */
static bool
read_fresh(
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
	/* file times come from a coarse clock and can lie ahead */
	if (since < -SECOND || since >= age * SECOND ||
	    snapshot_get(a, fd, out) != OK || !snapshot_bytes_open(out, &p))
		return false;
	*made = day_ticks() - since;
	return true;
}

/* Overwrites the file in place, because programs are not permitted to create
 * files in the run directory.  If a program is killed half way, the hash shows
 * that. */
static void
write_over(int fd, const struct snapshot_bytes *bytes)
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
	if (fd >= 0 && read_fresh(a, fd, wish->age, out, made)) {
		close(fd);
		return OK;
	}
	began = day_ticks();
	e = snapshot_make(db, a, wish->now, SNAPSHOT_WITH_LEFT, out);
	if (e == OK)
		*made = began;
	if (e == OK && fd >= 0)
		write_over(fd, out);
	if (fd >= 0)
		close(fd);
	return e;
}
