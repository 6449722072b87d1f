/* a.c - what outlives a request. */
#include "a.h"

#define COUNT(x) \
	int x;

struct a;
struct b {
	int n;
	const char *s;
};
enum kind { ONE, TWO };
typedef int number;
extern char **environ;
static int prototype(int n, void (*fn)(void *), const char *s);

static int counter;
static const int limit = 3;
int shared = 4;
static const char *words[] = {"a", "b"};
static const char *const names[] = {"a", "b"};
static const struct b table[] = {
    {1, "x"},
    {.n = 2, .s = "y"},
};
static struct {
	int n;
} hidden = {.n = 1};
static void (*hook)(void);
static char
    buffer[80];

static int
prototype(int n, void (*fn)(void *), const char *s)
{
	static int calls;
	static const char *const shown = "x";
	int plain = 3;

	for (int i = 0; i < n; i++) {
		static struct b *kept;

		kept = NULL;
	}
	return plain;
}

static int last;
