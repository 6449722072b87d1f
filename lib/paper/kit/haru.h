/* haru.h - functions of libharu that its public header lacks.
 *
 * libharu manages the structure of a document: its objects, pages and table of
 * references.  We write the content of fonts and pages ourselves, because
 * libharu embeds fonts with the tables of all their glyphs, makes a new
 * compressor for each stream and formats numbers slowly.
 *
 * The functions below use structs of hpdf_doc.h.  libharu 2.3 installs and
 * exports them, but hpdf.h declares the handles differently, so no file can
 * include both: these functions have a file of their own and take handles as
 * void *.  They copy the bytes of streams.  The caller must keep all other
 * texts and data until the document is saved.
 */
#ifndef PAPER_KIT_HARU_H
#define PAPER_KIT_HARU_H

#include <stdbool.h>
#include <stddef.h>

/* The dictionary entry of a deflated stream. */
#define HARU_DEFLATED "/Filter /FlateDecode\n"

/* Writes /Lang (LANG is "id" or "en"), so that a screen reader pronounces the
 * text correctly. */
void haru_set_lang(void *pdf, const char *lang);

/* Adds an object to the document PDF: a dictionary of ENTRIES, one per line,
 * and, if DATA is not NULL, a stream of the N bytes at DATA.  Returns the
 * object's number for references, 0 if memory ran out. */
unsigned haru_object(void *pdf, char *entries, const void *data, size_t n);

/* Gives PAGE its RESOURCES, dictionary entries, one per line, and N deflated
 * bytes of CONTENT; false if memory ran out. */
bool haru_page(void *page, char *resources, const void *content, size_t n);

#endif
