/* party.h - people with an account, led to the last button of booking.
 *
 * A party has a browser of its own (cookies, the last answer).  What does not
 * go as it should before the button is pressed ends the program, loudly.
 */
#ifndef RACE_PARTY_H
#define RACE_PARTY_H

#include <curl/curl.h>

#define PARTY_PEOPLE 5
#define PARTY_BYTES 65536

struct party {
	CURL *curl;
	const char *base; /* address of the server */
	int people;
	size_t len;
	char body[PARTY_BYTES]; /* of the last answer */
	char form[PARTY_BYTES]; /* the final form */
	long status;            /* of the last answer, 0 for none */
	char code[16];          /* of the ticket */
};

/* A party of PEOPLE without an account.  BASE must outlive it. */
void party_make(struct party *p, const char *base, int people);

/* Makes its account, named after TAG, with its people; their NIKs (serials
 * 9xxx) come from *SERIAL, which goes on. */
void party_enter(
    struct party *p, const char *slot, const char *tag, unsigned *serial);

/* From the choice of people for SLOT to the review page; keeps its form. */
void party_prepare(struct party *p, const char *slot);

/* Points the browser at PATH, with FORM to be posted or NULL. */
void party_aim(struct party *p, const char *path, const char *form);

/* The same, asks, and wants that status. */
void party_ask(struct party *p, const char *path, const char *form, long want);

/* Presses the button for all of the N that have no status (0), together: no
 * whole answer leaves it 0.  ANSWERED, if any, is told how many have answered
 * so far, and that may be none for some time. */
void party_press(
    struct party *all, int n, void (*answered)(void *, int), void *ctx);

/* Reads the code off the ticket that the last answer, a 303, leads to. */
void party_code(struct party *p);

/* Ends the program with WHAT and the last answer. */
_Noreturn void party_stop(const struct party *p, const char *what);

#endif
