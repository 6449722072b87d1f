/* hold.c - locks bytes of a file, as the semaphore does, until it is killed.
 *
 *	hold FILE FIRST COUNT	prints "held" when it has them; COUNT 0 is all
 *				from FIRST on
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd;

	if (argc != 4) {
		fputs("usage: hold FILE FIRST COUNT\n", stderr);
		return 2;
	}
	l.l_start = strtoll(argv[2], NULL, 10);
	l.l_len = strtoll(argv[3], NULL, 10);
	fd = open(argv[1], O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	if (fd < 0 || fcntl(fd, F_OFD_SETLK, &l) != 0) {
		perror(argv[1]);
		return 1;
	}
	puts("held");
	fflush(stdout);
	for (;;)
		pause();
}
