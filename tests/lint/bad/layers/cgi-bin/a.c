/* a.c - a program that does it all itself. */
#include <curl/curl.h>

#include "app/endpoint.h"
#include "db/db.h"
#include "paper/proof.h"

static xmlDoc *doc;
static QRcode *qr;
QRcode_free(qr), png_create_write_struct(), json_loadb(), curl_easy_init();
db_transact(db, change, &change);
audit_write(db, by, &line);
