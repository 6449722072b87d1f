/* documents.c - which documents an applicant must bring. */
#include "queue/visit/documents.h"

#include <string.h>

#include "base/day.h"

bool
documents_child(const struct applicant *p, int32_t visit)
{
	return day_age(p->person.birth, visit) < DOCUMENTS_ADULT;
}

int
documents_list(
    const struct applicant *p, int32_t visit, const char *key[DOCUMENTS_MAX])
{
	bool replaces = strcmp(p->service, "baru") != 0;
	bool few =
	    replaces && !p->old_abroad && p->old_year > DOCUMENTS_SHORT_AFTER;
	int n = 0;

	if (documents_child(p, visit)) {
		key[n++] = "paper.parents_ektp";
		key[n++] = "paper.kk";
		key[n++] = "paper.birth_certificate";
		key[n++] = "paper.parents_marriage";
		key[n++] = "paper.parents_passport";
		if (replaces)
			key[n++] = "paper.old_passport";
		key[n++] = "paper.parents_statement";
		key[n++] = "paper.both_parents";
		return n;
	}
	key[n++] = "paper.ektp";
	if (!few) {
		key[n++] = "paper.kk";
		key[n++] = "paper.birth_proof";
	}
	if (replaces)
		key[n++] = "paper.old_passport";
	return n;
}
