/* nik_hash.c - gets the keyed hash of a NIK from the program nikhash. */
#include "queue/people/nik_hash.h"

#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/log.h"
#include "queue/people/nik.h"

/* Sends NIK to the socket TO over FD and reads the answer; false, with errno
 * set, if that fails. */
static bool
ask(int fd, const struct sockaddr_un *to, const char *nik, unsigned char *hash)
{
	const struct timeval wait = {.tv_sec = NIK_HASH_TIME};
	ssize_t n;

	if (setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof(wait)) != 0 ||
	    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof(wait)) != 0 ||
	    connect(fd, (const struct sockaddr *)to, sizeof(*to)) != 0 ||
	    send(fd, nik, NIK_SIZE - 1, MSG_NOSIGNAL) != NIK_SIZE - 1)
		return false;
	n = recv(fd, hash, CRYPT_HASH_SIZE, MSG_WAITALL);
	if (n >= 0)
		errno = EAGAIN;
	return n == CRYPT_HASH_SIZE;
}

enum err
nik_hash(
    const char *run_dir, const char *nik, unsigned char hash[CRYPT_HASH_SIZE])
{
	struct sockaddr_un to = {.sun_family = AF_UNIX};
	int n = snprintf(to.sun_path, sizeof(to.sun_path), "%s/%s", run_dir,
	    NIK_HASH_SOCKET);
	bool done = false;
	int fd;

	if (n < 0 || (size_t)n >= sizeof(to.sun_path)) {
		log_fault("nikhash", "why=run_dir-too-long");
		return ERR_FAULT;
	}
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0)
		done = ask(fd, &to, nik, hash);
	if (!done)
		log_warn("nikhash", "errno=%d", errno);
	if (fd >= 0)
		close(fd);
	return done ? OK : ERR_BUSY;
}
