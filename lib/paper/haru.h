/* haru.h - what libharu knows and its public header does not offer.
 *
 * The functions below use structs of hpdf_doc.h, installed and exported by
 * libharu 2.3 but incompatible with the handles of hpdf.h; so they have a file
 * of their own and take the handles as void *.
 */
#ifndef PAPER_HARU_H
#define PAPER_HARU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True if the TrueType FONT of the document PDF holds the character C. */
bool haru_has_glyph(void *pdf, const char *font, uint16_t c);

/* Writes /Lang (LANG is "id" or "en"), so that a reader speaks it rightly. */
void haru_set_lang(void *pdf, const char *lang);

/* Appends N bytes of drawing operators to the content of PAGE. */
void haru_write(void *page, const char *operators, size_t n);

#endif
