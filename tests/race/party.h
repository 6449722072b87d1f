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

/* Makes a party of PEOPLE without an account.  BASE is not copied: it must stay
 * valid as long as P. */
void party_make(struct party *p, const char *base, int people);

/* Makes the party's account, named after TAG, with its people.  Their NIKs
 * (serials 9xxx) are made from *SERIAL, which is counted up for each. */
void party_enter(
    struct party *p, const char *slot, const char *tag, unsigned *serial);

/* Goes from the people step of SLOT to the review page; keeps its form. */
void party_prepare(struct party *p, const char *slot);

/* Prepares the next request of the party: GET PATH, or POST FORM to PATH if
 * FORM is not NULL. */
void party_aim(struct party *p, const char *path, const char *form);

/* Prepares and sends such a request; the answer must have the status WANT. */
void party_ask(struct party *p, const char *path, const char *form, long want);

/* Sends the final forms of those of the N parties ALL whose status is 0, all
 * together, and waits for the answers.  The status of a party that gets no
 * whole answer stays 0.  ANSWERED, unless NULL, is called with CTX again and
 * again meanwhile, with the number of answers so far, which can be 0. */
void party_press(
    struct party *all, int n, void (*answered)(void *, int), void *ctx);

/* Follows the last answer, a 303, to the ticket and stores its code in P. */
void party_code(struct party *p);

/* Prints WHAT and the last answer and ends the program. */
_Noreturn void party_stop(const struct party *p, const char *what);

#endif
