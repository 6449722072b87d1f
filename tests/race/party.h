/* party.h - people with an account, led to the last form of a booking.
 *
 * A party has a browser of its own (cookies, last answer).  The program ends
 * with a message if anything fails before the last form is sent.
 */
#ifndef RACE_PARTY_H
#define RACE_PARTY_H

#include <curl/curl.h>

#define PARTY_PEOPLE 5
#define PARTY_BYTES 65536

struct party {
	CURL *curl;
	const char *base; /* base URL of the server */
	int people;
	size_t len;
	char body[PARTY_BYTES]; /* body of the last answer */
	char form[PARTY_BYTES]; /* the last form, urlencoded */
	long status;            /* of the last answer; 0: none came */
	char code[16];          /* booking code on the ticket */
};

/* Makes a party of PEOPLE without an account.  BASE must live as long. */
void party_make(struct party *p, const char *base, int people);

/* Makes the party's account, named after TAG, with its people.  Their NIKs
 * (serials 9xxx) are made from *SERIAL, which is advanced. */
void party_enter(
    struct party *p, const char *slot, const char *tag, unsigned *serial);

/* Goes from the people step of SLOT to the review page; keeps its form. */
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
