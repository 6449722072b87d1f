/* hello.c - the fastest FastCGI program possible: it answers every request with
 * the file that its argument names. */
#include <fcgiapp.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	static char answer[65536], rest[8192];
	FILE *f = argc > 1 ? fopen(argv[1], "re") : NULL;
	FCGX_Request r;
	size_t n;

	if (f == NULL || FCGX_Init() != 0 || FCGX_InitRequest(&r, 0, 0) != 0)
		return 1;
	n = fread(answer, 1, sizeof(answer), f);
	fclose(f);
	while (FCGX_Accept_r(&r) == 0) {
		while (FCGX_GetStr(rest, sizeof(rest), r.in) > 0)
			;
		FCGX_PutStr(answer, (int)n, r.out);
		FCGX_Finish_r(&r);
	}
	return 0;
}
