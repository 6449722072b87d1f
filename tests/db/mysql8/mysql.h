/* mysql.h - the part of MySQL 8's header that lib/db uses, with its types: bool
 * in place of MariaDB's my_bool.  mysql8.t only compiles with it. */
#ifndef DB_MYSQL8_MYSQL_H
#define DB_MYSQL8_MYSQL_H

#include <stdbool.h>
#include <stdint.h>

enum enum_field_types {
	MYSQL_TYPE_DECIMAL,
	MYSQL_TYPE_TINY,
	MYSQL_TYPE_SHORT,
	MYSQL_TYPE_LONG,
	MYSQL_TYPE_FLOAT,
	MYSQL_TYPE_DOUBLE,
	MYSQL_TYPE_NULL,
	MYSQL_TYPE_TIMESTAMP,
	MYSQL_TYPE_LONGLONG,
	MYSQL_TYPE_INT24,
	MYSQL_TYPE_DATE,
	MYSQL_TYPE_TIME,
	MYSQL_TYPE_DATETIME,
	MYSQL_TYPE_YEAR,
	MYSQL_TYPE_NEWDATE,
	MYSQL_TYPE_NEWDECIMAL = 246,
	MYSQL_TYPE_BLOB = 252,
	MYSQL_TYPE_STRING = 254,
};
enum enum_mysql_timestamp_type {
	MYSQL_TIMESTAMP_NONE = -2,
	MYSQL_TIMESTAMP_ERROR,
	MYSQL_TIMESTAMP_DATE,
	MYSQL_TIMESTAMP_DATETIME,
};
enum mysql_option {
	MYSQL_OPT_CONNECT_TIMEOUT,
	MYSQL_SET_CHARSET_NAME = 7,
	MYSQL_OPT_LOCAL_INFILE,
	MYSQL_OPT_READ_TIMEOUT = 11,
	MYSQL_OPT_WRITE_TIMEOUT,
};
#define MYSQL_DATA_TRUNCATED 101

typedef struct MYSQL MYSQL;
typedef struct MYSQL_STMT MYSQL_STMT;
typedef struct MYSQL_RES MYSQL_RES;
typedef char **MYSQL_ROW;
typedef struct MYSQL_TIME {
	unsigned int year, month, day, hour, minute, second;
	unsigned long second_part;
	bool neg;
	enum enum_mysql_timestamp_type time_type;
	int time_zone_displacement;
} MYSQL_TIME;
typedef struct MYSQL_FIELD {
	unsigned int decimals;
	unsigned int charsetnr;
	enum enum_field_types type;
} MYSQL_FIELD;
typedef struct MYSQL_BIND {
	unsigned long *length;
	bool *is_null;
	void *buffer;
	bool *error;
	unsigned long buffer_length;
	enum enum_field_types buffer_type;
	bool is_unsigned;
} MYSQL_BIND;

MYSQL *mysql_init(MYSQL *);
int mysql_options(MYSQL *, enum mysql_option, const void *);
MYSQL *mysql_real_connect(MYSQL *, const char *, const char *, const char *,
    const char *, unsigned int, const char *, unsigned long);
void mysql_close(MYSQL *);
int mysql_ping(MYSQL *);
unsigned int mysql_errno(MYSQL *);
const char *mysql_error(MYSQL *);
int mysql_real_query(MYSQL *, const char *, unsigned long);
MYSQL_RES *mysql_store_result(MYSQL *);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *);
MYSQL_FIELD *mysql_fetch_field_direct(MYSQL_RES *, unsigned int);
void mysql_free_result(MYSQL_RES *);
MYSQL_STMT *mysql_stmt_init(MYSQL *);
int mysql_stmt_prepare(MYSQL_STMT *, const char *, unsigned long);
unsigned long mysql_stmt_param_count(MYSQL_STMT *);
unsigned int mysql_stmt_field_count(MYSQL_STMT *);
bool mysql_stmt_bind_param(MYSQL_STMT *, MYSQL_BIND *);
bool mysql_stmt_bind_result(MYSQL_STMT *, MYSQL_BIND *);
int mysql_stmt_execute(MYSQL_STMT *);
int mysql_stmt_store_result(MYSQL_STMT *);
int mysql_stmt_fetch(MYSQL_STMT *);
int mysql_stmt_fetch_column(
    MYSQL_STMT *, MYSQL_BIND *, unsigned int, unsigned long);
uint64_t mysql_stmt_num_rows(MYSQL_STMT *);
uint64_t mysql_stmt_affected_rows(MYSQL_STMT *);
uint64_t mysql_stmt_insert_id(MYSQL_STMT *);
bool mysql_stmt_free_result(MYSQL_STMT *);
MYSQL_RES *mysql_stmt_result_metadata(MYSQL_STMT *);
unsigned int mysql_stmt_errno(MYSQL_STMT *);
const char *mysql_stmt_error(MYSQL_STMT *);
bool mysql_stmt_close(MYSQL_STMT *);

#endif
