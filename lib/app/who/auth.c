/* auth.c - who sent the request: session cookies. */
#include "app/who/auth.h"

#include <string.h>

#include "app/core/endpoint.h"
#include "app/who/signed.h"
#include "queue/people/person.h"
#include "queue/people/session.h"

#define RENEW_AFTER 86400 /* seconds; an older cookie is renewed */

struct cookie {
	unsigned char secret[16];
	int64_t id;
	int64_t issued;
};
_Static_assert(sizeof(struct cookie) == 32, "no padding");

static const char *
cookie_name(const struct cx *cx, bool staff)
{
	return reply_cookie_name(cx->arena, staff ? "antrean-staff" : "antrean",
	    cx->app->conf.secure);
}

static const char *
cookie_use(bool staff)
{
	return staff ? "cookie-staff" : "cookie-applicant";
}

static void
secret_hash(const unsigned char secret[16], unsigned char id[32])
{
	const struct crypt_part part = {secret, 16};

	crypt_hash(&part, 1, id);
}

static void
nobody(struct cx *cx)
{
	cx->who = (struct who){.role = ROLE_ANYONE};
}

static void
cookie_set(struct cx *cx, bool staff, const struct cookie *c)
{
	reply_cookie(cx->reply, staff ? "antrean-staff" : "antrean",
	    signed_make(cx, cookie_use(staff), c, sizeof(*c), NULL, 0),
	    staff ? STAFF_SESSION_AGE : SESSION_AGE, cx->app->conf.secure);
}

/* Signs nobody in and deletes the cookie.  Otherwise the next page's form token
 * would belong to nobody, while the browser still sent the old cookie. */
static void
cookie_drop(struct cx *cx, bool staff)
{
	reply_cookie(cx->reply, staff ? "antrean-staff" : "antrean", "", 0,
	    cx->app->conf.secure);
	nobody(cx);
}

void
auth_read(struct cx *cx, bool staff)
{
	const char *text = request_cookie(cx->req, cookie_name(cx, staff));
	long age = staff ? STAFF_SESSION_AGE : SESSION_AGE;
	const struct cookie *c;
	size_t n;

	nobody(cx);
	c = text == NULL
	        ? NULL
	        : signed_read(cx, cookie_use(staff), text, &n, NULL, 0);
	if (c == NULL || n != sizeof(*c) || c->issued > cx->now + 60 ||
	    c->issued + age < cx->now)
		return;
	cx->who.role = staff ? ROLE_OFFICER : ROLE_APPLICANT;
	cx->who.account_id = staff ? 0 : c->id;
	cx->who.staff_id = staff ? c->id : 0;
	cx->who.issued = c->issued;
	memcpy(cx->who.secret, c->secret, sizeof(c->secret));
}

static enum role
role_of(enum staff_role role)
{
	switch (role) {
	case STAFF_OFFICER:
		return ROLE_OFFICER;
	case STAFF_ADMIN:
		return ROLE_ADMIN;
	case STAFF_NATIONAL:
		return ROLE_NATIONAL;
	case STAFF_AUDITOR: /* no program is for auditors so far */
	case STAFF_NONE:
	case STAFF_ROLES:
		break;
	}
	return ROLE_ANYONE;
}

/* Handles a session that has no row, belongs to somebody else, or is too
 * old. */
static enum err
session_over(struct cx *cx)
{
	cookie_drop(cx, cx->who.staff_id != 0);
	return ERR_LOGIN;
}

/* Once a day, writes that the applicant was here (session_note) and renews the
 * cookie.  If the write fails (a read-only database), a later request tries
 * again. */
static void
visit_note(struct cx *cx, const unsigned char id[32], const struct session *s)
{
	const struct actor by = cx_actor(cx);
	struct cookie c = {.id = s->account_id, .issued = cx->now};

	if (s->seen_at + RENEW_AFTER > cx->now ||
	    session_note(cx->db, &by, id) != OK)
		return;
	memcpy(c.secret, cx->who.secret, sizeof(c.secret));
	cookie_set(cx, false, &c);
}

/* Judges the row S of an applicant's session ID; E is the result of reading
 * that row.  seen_at is written once in RENEW_AFTER, so the last visit was
 * possibly that much later. */
static enum err
confirm(struct cx *cx, const unsigned char id[32], enum err e,
    const struct session *s)
{
	if (e == ERR_MISSING)
		return session_over(cx);
	if (e != OK)
		return e;
	if (s->account_id != cx->who.account_id ||
	    s->seen_at + SESSION_AGE + RENEW_AFTER < cx->now)
		return session_over(cx);
	cx->who.confirmed = true;
	visit_note(cx, id, s);
	return OK;
}

static enum err
confirm_staff(struct cx *cx, const unsigned char id[32])
{
	struct staff_session s;
	enum err e = session_find_staff(cx->db, cx->arena, id, &s);
	struct actor by;

	if (e == ERR_MISSING)
		return session_over(cx);
	if (e != OK)
		return e;
	if (s.staff_id != cx->who.staff_id ||
	    s.created_at + STAFF_SESSION_AGE < cx->now ||
	    s.seen_at + STAFF_SESSION_IDLE < cx->now)
		return session_over(cx);
	cx->who.confirmed = true;
	cx->who.role = role_of(s.role);
	cx->who.office_id = s.office_id;
	cx->who.name = s.name;
	by = cx_actor(cx);
	if (s.seen_at + STAFF_SESSION_NOTE <= cx->now)
		/* if the write fails (a read-only database), a later request
		 * tries again */
		e = session_note(cx->db, &by, id);
	return OK;
}

enum err
auth_confirm(struct cx *cx)
{
	unsigned char id[32];
	struct session s;
	enum err e;

	if (cx->who.confirmed)
		return OK;
	if (cx->who.role < ROLE_APPLICANT)
		return ERR_LOGIN;
	secret_hash(cx->who.secret, id);
	if (cx->who.staff_id != 0)
		return confirm_staff(cx, id);
	e = session_find(cx->db, cx->arena, id, &s);
	return confirm(cx, id, e, &s);
}

enum err
auth_confirm_people(struct cx *cx, struct person *out, int *count)
{
	unsigned char id[32];
	struct session s;
	enum err e;

	if (cx->who.role != ROLE_APPLICANT)
		return ERR_LOGIN;
	secret_hash(cx->who.secret, id);
	e = person_of_session(cx->db, cx->arena, id, &s, out, count);
	return confirm(cx, id, e, &s);
}

enum err
auth_begin(struct cx *cx, int64_t account_id, const struct staff *staff)
{
	const struct who before = cx->who;
	struct cookie c = {.issued = cx->now};
	struct actor by;
	unsigned char id[32];
	enum err e;

	cx->who = (struct who){.role = ROLE_APPLICANT,
	    .account_id = account_id,
	    .issued = cx->now,
	    .confirmed = true};
	if (staff != NULL)
		cx->who = (struct who){.role = role_of(staff->role),
		    .staff_id = staff->id,
		    .office_id = staff->office_id,
		    .name = staff->name,
		    .issued = cx->now,
		    .confirmed = true};
	crypt_random(c.secret, sizeof(c.secret));
	memcpy(cx->who.secret, c.secret, sizeof(c.secret));
	secret_hash(c.secret, id);
	by = cx_actor(cx);
	e = session_begin(cx->db, &by, id);
	if (e != OK) {
		cx->who = before;
		return e;
	}
	c.id = by.id;
	cookie_set(cx, staff != NULL, &c);
	return OK;
}

/* Ends the session of cx->who in the database; OK if that session has ended
 * before. */
static enum err
session_close(struct cx *cx)
{
	const struct actor by = cx_actor(cx);
	unsigned char id[32];
	enum err e;

	secret_hash(cx->who.secret, id);
	e = session_end(cx->db, &by, id);
	return e == ERR_MISSING ? OK : e;
}

enum err
auth_end(struct cx *cx)
{
	enum err e = cx->who.confirmed ? session_close(cx) : OK;

	if (e == OK)
		cookie_drop(cx, endpoint_staff(cx->app->endpoint));
	return e;
}
