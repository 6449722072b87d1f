#define DB_SCHEMA 0
