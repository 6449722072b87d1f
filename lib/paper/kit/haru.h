/* haru.h - what libharu knows and its public header does not offer.
 *
 * libharu keeps the frame of a document: its objects, pages and table of
 * references.  What stands in them, fonts and drawing, is ours: libharu
 * embeds fonts with the tables of all their glyphs, compresses each
 * stream with a new compressor and formats numbers slowly.
 *
 * The functions below use structs of hpdf_doc.h, installed and exported by
 * libharu 2.3 but incompatible with the handles of hpdf.h; so they have a file
 * of their own and take the handles as void *.  Texts and data they are given
 * must live until the document is saved, except the bytes of streams.
 */
#ifndef PAPER_KIT_HARU_H
#define PAPER_KIT_HARU_H

#include <stdbool.h>
#include <stddef.h>

/* The entry of a stream whose bytes are deflated. */
#define HARU_DEFLATED "/Filter /FlateDecode\n"

/* Writes /Lang (LANG is "id" or "en"), so that a reader speaks it rightly. */
void haru_set_lang(void *pdf, const char *lang);

/* Adds a dictionary of ENTRIES, each a line, to the document PDF, and behind
 * it the stream of N bytes at DATA if that is not NULL.  Returns the number by
 * which others refer to it, 0 if there was no memory. */
unsigned haru_object(void *pdf, char *entries, const void *data, size_t n);

/* Gives PAGE its RESOURCES, entries as above, and N deflated bytes of content;
 * false if there was no memory. */
bool haru_page(void *page, char *resources, const void *content, size_t n);

#endif
