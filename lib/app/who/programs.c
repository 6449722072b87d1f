/* programs.c - where people may go on to after signing in.  Made by
 * conf/generate write from conf/programs. */
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
