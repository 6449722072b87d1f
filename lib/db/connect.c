/* connect.c - opens the connection. */
#include "config.h"

#include "db/db.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db_private.h"

#include "base/day.h"
#include "base/log.h"

#define PASSWORD_SIZE 256

/* Reads the first line of the password file. */
static enum err
password_read(const char *path, char out[PASSWORD_SIZE])
{
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL) {
		log_fault("db", "file=%s errno=%d", path, errno);
		return ERR_FAULT;
	}
	setvbuf(f, NULL, _IONBF, 0);
	if (fgets(out, PASSWORD_SIZE, f) == NULL)
		out[0] = '\0';
	fclose(f);
	n = strcspn(out, "\r\n");
	if (n == PASSWORD_SIZE - 1) {
		log_fault("db", "file=%s why=password-too-long", path);
		return ERR_FAULT;
	}
	out[n] = '\0';
	return OK;
}

static enum err
user_name(struct arena *a, const struct conf *conf, const char **name)
{
	struct passwd room, *who = NULL;
	char *text = arena_alloc(a, 4096);

	if (conf->db_user[0] != '\0') {
		*name = conf->db_user;
		return OK;
	}
	if (getpwuid_r(geteuid(), &room, text, 4096, &who) != 0 ||
	    who == NULL) {
		log_fault("db", "why=no-user-name uid=%u", (unsigned)geteuid());
		return ERR_FAULT;
	}
	*name = who->pw_name;
	return OK;
}

static void
set_options(MYSQL *my, const struct conf *conf)
{
	unsigned int seconds = (unsigned int)conf->db_timeout, off = 0;

	mysql_options(my, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	mysql_options(my, MYSQL_OPT_READ_TIMEOUT, &seconds);
	mysql_options(my, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
	mysql_options(my, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_options(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
}

enum err
db_say(struct db *db, const char *name, const char *sql)
{
	if (mysql_real_query(db->my, sql, (unsigned long)strlen(sql)) != 0)
		return db_judge(
		    db, &(const struct db_error){name, mysql_errno(db->my),
			    mysql_error(db->my), true});
	db->used = day_ticks();
	return OK;
}

/* MariaDB and MySQL have different names for the variable of the isolation
 * level; each reads the line for the other as a comment.  The lock time-out is
 * shorter than the read time-out: otherwise the client would close the
 * connection while the server still waits for a lock.  Messages are in English
 * because key_read reads the name of a duplicate key from them. */
static enum err
set_session(struct db *db)
{
	static const char fmt[] =
	    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,"
	    "NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
	    "NO_ENGINE_SUBSTITUTION', SESSION time_zone = '+00:00', "
	    "SESSION lc_messages = 'en_US', "
	    "SESSION group_concat_max_len = 65536, "
	    "SESSION innodb_lock_wait_timeout = %lld, "
	    "/*M!100600 SESSION tx_isolation = 'READ-COMMITTED' */"
	    "/*!80000 SESSION transaction_isolation = 'READ-COMMITTED' */";
	long long wait = (long long)db->conf->db_timeout / 2;
	char sql[sizeof(fmt) + 24];

	snprintf(sql, sizeof(sql), fmt, wait < 1 ? 1 : wait);
	return db_say(db, "db_session", sql);
}

/* Sends SQL, a SELECT of one number, and stores the answer in *NUMBER, 0 for
 * NULL or no row.  ERR_BUSY on any failure. */
static enum err
schema_ask(struct db *db, const char *sql, long *number)
{
	enum err e = db_say(db, "db_schema", sql);
	MYSQL_RES *res = e == OK ? mysql_store_result(db->my) : NULL;
	MYSQL_ROW row = res == NULL ? NULL : mysql_fetch_row(res);

	*number = row == NULL || row[0] == NULL ? 0 : strtol(row[0], NULL, 10);
	if (res != NULL)
		mysql_free_result(res);
	return e == OK ? OK : ERR_BUSY;
}

/* ERR_BUSY if this program cannot use the schema.  reads_from is read only from
 * a newer schema, because an old one lacks this column. */
static enum err
check_schema(struct db *db)
{
	long version, oldest = 0;
	enum err e =
	    schema_ask(db, "SELECT MAX(version) FROM schema_version", &version);

	if (e == OK && version < DB_SCHEMA) {
		log_fault("db", "schema=%ld want=%d why=schema-is-older",
		    version, DB_SCHEMA);
		return ERR_BUSY;
	}
	if (e == OK && version > DB_SCHEMA)
		e = schema_ask(db,
		    "SELECT MAX(COALESCE(reads_from, version)) "
		    "FROM schema_version",
		    &oldest);
	if (e == OK && oldest > DB_SCHEMA) {
		log_fault("db",
		    "schema=%ld reads_from=%ld want=%d why=program-is-older",
		    version, oldest, DB_SCHEMA);
		return ERR_BUSY;
	}
	return e;
}

static enum err
db_connect(struct db *db, const char *user, const char *password)
{
	const struct conf *c = db->conf;
	bool local = c->db_host[0] == '\0';
	MYSQL *my = mysql_init(NULL);

	if (my == NULL) {
		log_fault("db", "why=no-memory");
		return ERR_FAULT;
	}
	set_options(my, c);
	if (mysql_real_connect(my, local ? NULL : c->db_host, user, password,
		c->db_name, 0, local ? c->db_socket : NULL, 0) == NULL) {
		enum err e =
		    db_judge(db, &(const struct db_error){"db_open",
				     mysql_errno(my), mysql_error(my), true});

		mysql_close(my);
		return e;
	}
	db->my = my;
	return OK;
}

enum err
db_open(struct db *db)
{
	char password[PASSWORD_SIZE] = "";
	struct arena a;
	const char *user;
	enum err e;

	if (db->my != NULL)
		return OK;
	arena_init(&a, 5000);
	e = user_name(&a, db->conf, &user);
	if (e == OK && db->conf->db_password_file[0] != '\0')
		e = password_read(db->conf->db_password_file, password);
	if (e == OK)
		e = db_connect(db, user, password);
	explicit_bzero(password, sizeof(password));
	arena_free(&a);
	if (e != OK)
		return e;
	if ((e = set_session(db)) == OK)
		e = check_schema(db);
	if (e != OK) {
		db_close(db);
		db->died = false; /* a second try would fail too */
	}
	return e;
}

enum err
db_ready(struct db *db)
{
	db->key[0] = '\0';
	db->died = false;
	if (db->lost)
		return ERR_BUSY;
	db->again = false;
	return db_open(db);
}
