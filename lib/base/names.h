/* names.h - the words that the database stores for the values of an enum.
 *
 * A table of names is indexed by the enum.  The enum's value 0 means "no such
 * word"; its name is "".  tests/db/names.t compares each table with the CHECK
 * constraint of the column that stores its words.
 */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

/* The name of VALUE in a table of COUNT names; asserts that VALUE is an index
 * of the table. */
const char *names_of(const char *const *names, int count, int value);

/* The value whose name is TEXT; 0 if no name is. */
int names_find(const char *const *names, int count, const char *text);

#endif
