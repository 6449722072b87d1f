/* fault.c - what an error number of the server or the client means. */
#include "config.h"

#include <string.h>

#include "db/db_private.h"

#include "base/log.h"

enum effect {
	STAYS, /* connection and transaction can still be used */
	AGAIN, /* the server ended the transaction; it can be repeated */
	GONE,  /* the connection cannot be used any more */
};

static const struct meaning {
	unsigned int number;
	enum err err;
	enum effect effect;
} meanings[] = {
    /* a constraint refused the change: an outcome, not logged */
    {1062, ERR_TWICE, STAYS},   /* duplicate key */
    {1586, ERR_TWICE, STAYS},   /* duplicate key, with the key's name */
    {1451, ERR_TWICE, STAYS},   /* other rows refer to the row */
    {1217, ERR_TWICE, STAYS},   /* so too, without the constraint's name */
    {1452, ERR_MISSING, STAYS}, /* the row referred to does not exist */
    {1216, ERR_MISSING, STAYS}, /* so too, without the constraint's name */
    /* contention */
    {1205, ERR_BUSY, AGAIN}, /* lock time-out */
    {1213, ERR_BUSY, AGAIN}, /* deadlock, or Galera's certification */
    /* no room */
    {1021, ERR_BUSY, STAYS}, /* disk full */
    {1041, ERR_BUSY, STAYS}, /* server out of memory */
    {1114, ERR_BUSY, STAYS}, /* table full */
    {1206, ERR_BUSY, STAYS}, /* lock table full */
    /* no connection */
    {1040, ERR_BUSY, GONE}, /* too many connections */
    {1203, ERR_BUSY, GONE}, /* too many connections of this user */
    {2002, ERR_BUSY, GONE}, /* no server at the socket */
    {2003, ERR_BUSY, GONE}, /* no server at the port */
    {2012, ERR_BUSY, GONE}, /* broken handshake */
    /* this server takes no writes; another server possibly does */
    {1047, ERR_BUSY, GONE}, /* Galera: not ready */
    {1290, ERR_BUSY, GONE}, /* read-only */
    {1836, ERR_BUSY, GONE}, /* read-only */
    /* a dead connection */
    {1053, ERR_BUSY, GONE}, /* server shuts down */
    {1158, ERR_BUSY, GONE}, /* server could not read */
    {1159, ERR_BUSY, GONE}, /* server waited too long for us */
    {1160, ERR_BUSY, GONE}, /* server could not write */
    {1161, ERR_BUSY, GONE}, /* time-out of the server while it wrote */
    {1927, ERR_BUSY, GONE}, /* connection killed */
    {2006, ERR_BUSY, GONE}, /* closed before the statement was sent */
    {2013, ERR_BUSY, GONE}, /* closed, or time-out, during the answer */
    {2055, ERR_BUSY, GONE}, /* the same, with the system's errno */
    {4031, ERR_BUSY, GONE}, /* MySQL 8: idle for too long */
    /* client and server disagree */
    {1243, ERR_BUSY, GONE},  /* statement unknown to the server */
    {1615, ERR_BUSY, GONE},  /* statement must be prepared again */
    {2014, ERR_FAULT, GONE}, /* commands out of step */
    {2027, ERR_FAULT, GONE}, /* malformed packet */
};

static struct meaning
meaning_of(unsigned int number)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
		if (meanings[i].number == number)
			return meanings[i];
	return (struct meaning){number, ERR_FAULT, STAYS};
}

/* Stores the N bytes at S as the key's name, without the table's name. */
static void
key_keep(struct db *db, const char *s, size_t n)
{
	const char *dot = memrchr(s, '.', n);

	if (dot != NULL) {
		n -= (size_t)(dot + 1 - s);
		s = dot + 1;
	}
	if (n < sizeof(db->key)) {
		memcpy(db->key, s, n);
		db->key[n] = '\0';
	}
}

/* Stores the key's name, read from the server's message.  In "... for key
 * 'booking.once'" the duplicate value precedes the name and can contain any
 * text that a person typed, so the name is read from the end.  In "...
 * CONSTRAINT `applicant_place` FOREIGN KEY ..." only names of our schema
 * precede it. */
static void
key_read(struct db *db, const char *text)
{
	static const char word[] = "CONSTRAINT `";
	size_t n = strlen(text);
	const char *from, *to;

	db->key[0] = '\0';
	if (n > 1 && text[n - 1] == '\'') {
		from = memrchr(text, '\'', n - 1);
		if (from != NULL)
			key_keep(
			    db, from + 1, (size_t)(text + n - 1 - (from + 1)));
		return;
	}
	from = strstr(text, word);
	if (from == NULL)
		return;
	from += sizeof(word) - 1;
	to = strchr(from, '`');
	if (to != NULL)
		key_keep(db, from, (size_t)(to - from));
}

static void
error_log(const struct db_error *m, const struct meaning *what)
{
	char why[200] = "-";

	if (m->shown)
		log_word(why, sizeof(why), m->text);
	if (what->effect == AGAIN)
		log_info("db", "query=%s errno=%u", m->name, m->number);
	else if (what->err == ERR_BUSY)
		log_warn("db", "query=%s errno=%u", m->name, m->number);
	else
		log_fault(
		    "db", "query=%s errno=%u why=%s", m->name, m->number, why);
}

void
db_ask(struct db *db)
{
	db->asking = true;
}

enum err
db_judge(struct db *db, const struct db_error *m)
{
	struct meaning what = meaning_of(m->number);

	/* no privilege on the table, or on a column of it */
	if (db->asking && (m->number == 1142 || m->number == 1143))
		return ERR_FORBIDDEN;
	if (what.err == ERR_TWICE || what.err == ERR_MISSING)
		key_read(db, m->text);
	else
		error_log(m, &what);
	if (what.effect == AGAIN)
		db->again = true;
	if (what.effect != STAYS && db->begun)
		db->lost = true;
	if (what.effect == GONE) {
		db->died = db->my != NULL;
		db_close(db);
	}
	return what.err;
}

bool
db_duplicate(const struct db *db, const char *name)
{
	return strcmp(db->key, name) == 0;
}
