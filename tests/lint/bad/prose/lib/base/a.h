/* a.h - what a header may not say.  Who calls it is told; "who" is no
 * offence in a question.  Who may ask?
 *
 *	the the code of an example is none
 */
int twice(void); /* it comes comes twice */

/* A word may not end a line and begin the
 * the next one either. */
static const char *said = "Who says says it in a string";
