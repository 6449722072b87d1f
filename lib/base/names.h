/* names.h - the words that the database stores for the values of an enum.
 *
 * A table of names is indexed by the enum.  Its value 0 is "no such word" and
 * has the name "".  tests/db/names.t holds each table against the CHECK of its
 * column.
 */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

/* The name of VALUE in a table of COUNT; asserts that it is one. */
const char *names_of(const char *const *names, int count, int value);

/* The value that is called TEXT; 0 if none is. */
int names_find(const char *const *names, int count, const char *text);

#endif
