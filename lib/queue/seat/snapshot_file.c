/* snapshot_file.c - the bytes of a snapshot, and the file they are in. */
#include "queue/seat/snapshot_private.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/log.h"

#define MAGIC_SIZE 16
#define HEAD_SIZE (MAGIC_SIZE + CRYPT_HASH_SIZE)

/* Ends in the version of the layout; column types are in the bytes. */
static const char magic[MAGIC_SIZE + 1] = "antrean slots 3\n";

void
snapshot_bytes_begin(struct buf *b)
{
	static const unsigned char none[CRYPT_HASH_SIZE];

	buf_put(b, magic, MAGIC_SIZE);
	buf_put(b, none, sizeof(none));
}

static void
hash_of(const char *data, size_t len, unsigned char hash[CRYPT_HASH_SIZE])
{
	const struct crypt_part part = {data + HEAD_SIZE, len - HEAD_SIZE};

	crypt_hash(&part, 1, hash);
}

static uint64_t
number_of(const char *data)
{
	uint64_t id;

	memcpy(&id, data + MAGIC_SIZE, sizeof(id));
	return id;
}

enum err
snapshot_bytes_end(struct buf *b, struct snapshot_bytes *out)
{
	unsigned char hash[CRYPT_HASH_SIZE];

	if (b->full) {
		log_fault("snapshot", "why=too-large");
		return ERR_FAULT;
	}
	hash_of(b->data, b->len, hash);
	memcpy(b->data + MAGIC_SIZE, hash, sizeof(hash));
	*out = (struct snapshot_bytes){b->data, b->len, number_of(b->data)};
	return OK;
}

bool
snapshot_bytes_open(const struct snapshot_bytes *bytes, struct rowcodec *p)
{
	unsigned char hash[CRYPT_HASH_SIZE];

	if (bytes->len < HEAD_SIZE ||
	    memcmp(bytes->data, magic, MAGIC_SIZE) != 0)
		return false;
	hash_of(bytes->data, bytes->len, hash);
	if (memcmp(bytes->data + MAGIC_SIZE, hash, sizeof(hash)) != 0)
		return false;
	p->at = (const unsigned char *)bytes->data + HEAD_SIZE;
	p->end = (const unsigned char *)bytes->data + bytes->len;
	return true;
}

/* Reads SIZE bytes from FD; false if there are fewer. */
static bool
read_all(int fd, char *data, size_t size)
{
	size_t have = 0;

	while (have < size) {
		ssize_t n = read(fd, data + have, size - have);

		if (n <= 0)
			return false;
		have += (size_t)n;
	}
	return true;
}

enum err
snapshot_get(struct arena *a, int fd, struct snapshot_bytes *out)
{
	struct stat st;
	char *data;

	if (fstat(fd, &st) != 0 || st.st_size < HEAD_SIZE ||
	    st.st_size > SNAPSHOT_MAX)
		return ERR_FAULT;
	data = arena_alloc(a, (size_t)st.st_size);
	if (!read_all(fd, data, (size_t)st.st_size))
		return ERR_FAULT;
	*out =
	    (struct snapshot_bytes){data, (size_t)st.st_size, number_of(data)};
	return OK;
}

enum err
snapshot_load(struct arena *a, const char *run_dir, struct snapshot_bytes *out)
{
	char path[PATH_MAX];
	enum err e;
	int fd;

	snprintf(path, sizeof(path), "%s/" SNAPSHOT_FILE, run_dir);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT ? ERR_MISSING : ERR_FAULT;
	e = snapshot_get(a, fd, out);
	close(fd);
	return e;
}

/* True if the file in RUN_DIR holds BYTES already. */
static bool
is_written(const char *run_dir, const struct snapshot_bytes *bytes)
{
	struct snapshot_bytes old;
	struct arena a;
	bool same;

	arena_init(&a, bytes->len + 64);
	same = snapshot_load(&a, run_dir, &old) == OK &&
	       old.len == bytes->len &&
	       memcmp(old.data, bytes->data, old.len) == 0;
	arena_free(&a);
	return same;
}

bool
snapshot_put(int fd, const struct snapshot_bytes *bytes)
{
	const char *data = bytes->data;
	size_t size = bytes->len;

	while (size > 0) {
		ssize_t n = write(fd, data, size);

		if (n <= 0)
			return false;
		data += n;
		size -= (size_t)n;
	}
	return true;
}

bool
snapshot_sound(const char *run_dir, uint64_t id)
{
	struct snapshot_bytes bytes;
	struct arena a;
	struct rowcodec p;
	bool sound;

	arena_init(&a, 64);
	sound = snapshot_load(&a, run_dir, &bytes) == OK && bytes.id == id &&
	        snapshot_bytes_open(&bytes, &p);
	arena_free(&a);
	return sound;
}

/* Writes a new file under a fixed name beside the old one and renames it.  A
 * killed worker's half file is overwritten by the next; if two workers ever
 * write at once, the hash of the result does not match. */
enum err
snapshot_write(const char *run_dir, const struct snapshot_bytes *bytes)
{
	char path[PATH_MAX], beside[PATH_MAX];
	bool good = false;
	int fd;

	if (is_written(run_dir, bytes))
		return OK;
	snprintf(path, sizeof(path), "%s/" SNAPSHOT_FILE, run_dir);
	snprintf(beside, sizeof(beside), "%s/" SNAPSHOT_FILE ".new", run_dir);
	fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	if (fd < 0)
		goto out;
	/* the group must read it, whatever the umask is */
	good = fchmod(fd, 0640) == 0 && snapshot_put(fd, bytes);
	good = close(fd) == 0 && good && rename(beside, path) == 0;
	if (!good)
		unlink(beside);
out:
	if (!good)
		log_fault("snapshot", "file=%s errno=%d", path, errno);
	return good ? OK : ERR_FAULT;
}
