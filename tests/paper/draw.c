/* draw.c - writes a sample paper, or measures how fast it is made.
 *
 *	draw FONTS PAGES proof|roster id|en PEOPLE NAMES [ROUNDS]
 *
 * NAMES is plain, wide, every, odd or long (sample.h).  The PDF goes to
 * standard output.  With ROUNDS draw makes the PDF that many times and prints
 * only how many milliseconds one takes on average.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "sample.h"
#include "text/xml.h"

struct job {
	struct pdf *pdf;
	struct catalogue *texts;
	enum lang lang;
	int people;
	const char *paper, *names;
};

static enum err
print(const struct job *j, struct arena *a, struct sheet_file *file)
{
	if (strcmp(j->paper, "roster") == 0)
		return roster_doc_print(j->pdf, j->texts, a,
		    sample_roster(a, j->lang, j->people, j->names), file);
	return proof_print(j->pdf, j->texts, a,
	    sample_proof(a, j->lang, j->people, j->names), file);
}

static enum err
print_often(const struct job *j, struct arena *a, int rounds)
{
	int64_t begin = day_ticks();
	struct sheet_file file;

	for (int i = 0; i < rounds; i++) {
		enum err err = print(j, a, &file);

		if (err != OK)
			return err;
		arena_reset(a);
	}
	printf("%.3f ms\n", (double)(day_ticks() - begin) / 1e6 / rounds);
	return OK;
}

int
main(int argc, char **argv)
{
	struct arena house, request;
	struct sheet_file file = {0};
	struct job j;
	enum err err;

	if (argc < 7) {
		fprintf(stderr, "usage: draw FONTS PAGES proof|roster id|en "
				"PEOPLE plain|wide|every|odd|long [ROUNDS]\n");
		return 2;
	}
	log_open("draw", LOG_INFO);
	xml_start();
	arena_init(&house, 1 << 16);
	arena_init(&request, 1 << 20);
	j = (struct job){.lang = lang_read(argv[4]),
	    .people = (int)strtol(argv[5], NULL, 10),
	    .paper = argv[3],
	    .names = argv[6]};
	err = catalogue_load(&house, argv[2],
	    (const char *const[]){"proof", "roster", "service", NULL},
	    &j.texts);
	if (err == OK)
		err = pdf_open(&house, argv[1], &j.pdf);
	if (err == OK && argc > 7)
		err = print_often(&j, &request, (int)strtol(argv[7], NULL, 10));
	else if (err == OK)
		err = print(&j, &request, &file);
	if (err == OK && file.size > 0)
		fwrite(file.data, 1, file.size, stdout);
	if (err != OK)
		fprintf(stderr, "draw: %s\n", err_name(err));
	arena_free(&request);
	arena_free(&house);
	return err == OK ? 0 : 1;
}
