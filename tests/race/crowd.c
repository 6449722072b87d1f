/* crowd.c - many parties send the last form of a booking at once.
 *
 *	crowd BASE_URL SLOT PARTIES LOW HIGH SERIAL
 *
 * Registers PARTIES accounts, each with LOW..HIGH people in turn (NIK serials
 * 9xxx, made from SERIAL on), leads each to its review page and sends all final
 * forms together.  Then prints, one a line: the parties that got a ticket, the
 * different codes on those tickets, the parties refused, the smallest refused
 * party, the parties with another answer.
 */
#include "party.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
count_codes(const struct party *all, int n)
{
	int distinct = 0;

	for (int i = 0; i < n; i++) {
		bool seen = all[i].code[0] == '\0';

		for (int k = 0; k < i && !seen; k++)
			seen = strcmp(all[i].code, all[k].code) == 0;
		distinct += !seen;
	}
	return distinct;
}

int
main(int argc, char **argv)
{
	int n, low, high, booked = 0, refused = 0, other = 0, smallest = 99;
	const char *base, *slot;
	struct party *all;
	unsigned serial;
	char tag[20];

	if (argc != 7) {
		fputs("crowd BASE_URL SLOT PARTIES LOW HIGH SERIAL\n", stderr);
		return 2;
	}
	base = argv[1];
	slot = argv[2];
	n = (int)strtol(argv[3], NULL, 10);
	low = (int)strtol(argv[4], NULL, 10);
	high = (int)strtol(argv[5], NULL, 10);
	serial = (unsigned)strtol(argv[6], NULL, 10);
	all = calloc((size_t)n, sizeof(*all));
	curl_global_init(CURL_GLOBAL_ALL);
	for (int i = 0; i < n; i++) {
		party_make(&all[i], base, low + i % (high - low + 1));
		snprintf(tag, sizeof(tag), "race%d", i);
		party_enter(&all[i], slot, tag, &serial);
		party_prepare(&all[i], slot);
	}
	party_press(all, n, NULL, NULL);
	for (int i = 0; i < n; i++) {
		struct party *p = &all[i];

		if (p->status == 303) {
			booked++;
			party_code(p);
		} else if (p->status == 409) {
			refused++;
			if (p->people < smallest)
				smallest = p->people;
		} else {
			other++;
			fprintf(stderr, "crowd: status %ld\n", p->status);
		}
		curl_easy_cleanup(p->curl);
	}
	printf("booked %d\ncodes %d\nrefused %d\nsmallest %d\nother %d\n",
	    booked, count_codes(all, n), refused, smallest, other);
	curl_global_cleanup();
	free(all);
	return 0;
}
