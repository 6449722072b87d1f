/* err.h - the one closed list of ways in which things go wrong.
 *
 * A function that can fail returns enum err and writes its results through its
 * last pointer arguments.  Unless its header says otherwise, these results are
 * unchanged on failure.  An outcome is a failure that the person at the browser
 * can act on; no function logs an outcome as a fault.  A fault is a failure of
 * the system: the function that finds it logs it, once, and the person sees a
 * plain page.  app/core/error_page.c maps each value to a status, a sentence
 * and a log level.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#ifdef NDEBUG
#error "assert() states contracts, which every build checks: leave out NDEBUG"
#endif

#define MUST_USE __attribute__((warn_unused_result))

enum err {
	OK = 0,

	/* outcomes */
	ERR_INPUT,     /* a field is wrong; the form is shown again */
	ERR_LOGIN,     /* nobody is signed in, or name and password differ */
	ERR_FORBIDDEN, /* signed in, but not allowed to do this */
	ERR_MISSING,   /* no such thing, or not for this person to know */
	ERR_FULL,      /* fewer seats are left than are needed */
	ERR_TWICE,     /* exists already, and must exist only once */
	ERR_LAPSED,    /* the link, token or form is too old */
	ERR_EARLY,     /* not possible yet; possible at a later time */
	ERR_CLOSED,    /* closed, for a time or for good */
	ERR_LIMIT,     /* too many things or too many attempts */
	ERR_METHOD,    /* the program does not answer this method */
	ERR_LARGE,     /* the form is larger than allowed */

	/* faults */
	ERR_BUSY,  /* not possible now; the same request may succeed later */
	ERR_FAULT, /* not possible; an operator has to read the log */
	ERR_COUNT
};

/* The value's lower-case name without ERR_, for logs; never NULL. */
const char *err_name(enum err e);

#endif
