/* a.c - the domain, with the web in it: FCGX_PutS() here is a comment. */
#include "config.h"

#include <fcgiapp.h>

#include "base/arena.h"
#include "db/db.h"
#include "web/page.h"

static const char *said = "FCGX_PutS() here is a string";
int
a(void)
{
	FCGX_PutS(said, 0);
	return crypto_sign(said);
}
