/* schema.h - the schema that programs are made for: the number of the last
 * file of sql/.  Made by conf/generate write. */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#define DB_SCHEMA 16

#endif
