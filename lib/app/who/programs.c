/* programs.c - the programs that people may go to after signing in.
 * `conf/generate write` makes it from conf/programs. */
#include "app/who/next.h"

const char *const next_applicant[] = {
    "info",
    "office",
    "slot",
    "account",
    "session",
    "booking",
    "ticket",
    "proof",
    "health",
    NULL,
};
const char *const next_staff[] = {
    "signin",
    "roster",
    NULL,
};
