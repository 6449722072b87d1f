/* page.h - page templates, compiled once at start.
 *
 * A page is a plain XHTML file that opens in a browser as it lies there,
 * Indonesian sample text included.  Marks are attributes of one namespace,
 * xmlns:q="urn:antrean:page".  libxml2 parses a page once; a walker compiles
 * it, for each language, to literal chunks and holes; a request only copies
 * chunks and escaped values.
 *
 *   q:page="frame"    on <html> of a page: the name of its frame, public or
 *                     desk.  What is inside the page's <title> and <main>,
 *                     marks included (a q:t on <title> too), becomes the
 *                     content of the elements of frame/FRAME.xhtml marked
 *                     q:page="title" and q:page="main"; the rest of the page,
 *                     <main>'s attributes too, is sample
 *   q:text="n"        the element's content is the text n (on <img>: alt)
 *   q:value="n"       the form value n: value of <input>, the chosen
 *                     <option> of <select> (by its value, else its text),
 *                     content of <textarea>, and `checked` of a radio or
 *                     checkbox whose value it is
 *   q:href="n"        the address n: href of <a> and <link>, src of <img>,
 *                     action of <form>; anything but a relative path,
 *                     http(s) or data:image/png is written as "#"
 *   q:flag="a n; ..." attribute a is there when n is true (checked, required,
 *                     autofocus ...; an aria-x gets "true"); with a = ".c"
 *                     the class c is added; a sample of it in the page
 *                     does not count
 *   q:each="n"        the element once per item of the list n; a condition
 *                     on the same element is the item's
 *   q:if="n" q:unless="n"  the element when n is true: a flag set, a text
 *                     not empty, a list with items
 *   q:t="key"         human text: Indonesian as in the page, English from a
 *                     file of text/, the <en> of <t key="key">, whose content
 *                     (elements and marks too) and attributes (alt, value,
 *                     title, aria-label ...) take the place of the page's; one
 *                     with attributes only leaves the content
 *   {n}               in an attribute value: the text n; not in addresses
 *                     (but behind '#'), nor in style, on* or names of marks
 *
 * <q:block> is an element that leaves only its content.
 * <q:part name="n"/> is what stands in <main> of part/n.xhtml, a file of its
 * own that opens in a browser too; each, if and unless may stand on it.  The
 * names in a part belong to the page or list where it stands.  Every other
 * attribute of <q:part> is a word for the part: {a} in an attribute value there
 * is the value of a="...".  Parts may have parts, up to four deep.  There are
 * no expressions and there is no raw hole.  A hole knows its context, so
 * escaping cannot be forgotten.  Refused at start: script, style and other
 * elements that HTML reads by rules of their own, on* attributes, marks in
 * comments and in samples that are replaced, {n} in text, an unknown scheme
 * in an address, a list that is a text too in the same scope.
 *
 * <link rel="stylesheet"> becomes the style sheet inline, without comments and
 * needless blanks.  White space that holds a newline becomes one newline,
 * except in <pre> and <textarea>.  The English compilation adds lang=en to each
 * relative address that is written in href of <a> or in action, and adds the
 * hidden field lang to every form.  Addresses of images and icons, which have
 * no language, are not changed.
 *
 * Names are looked up in the innermost item first, then outwards.  A mark
 * name is [a-z][a-z0-9_]*.
 */
#ifndef WEB_PAGE_PAGE_H
#define WEB_PAGE_PAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "text/catalogue.h"
#include "text/lang.h"

struct page;     /* one file in all languages, immutable after page_load */
struct page_set; /* all pages of a program, and the style sheet */

struct page_source {
	const char *pages_dir;  /* has the rooms: htdocs/README.md */
	const char *style_file; /* "" for none */
	const struct catalogue *texts;
};

/* Makes *SET an empty set in A and reads the style sheet.  The texts and
 * strings of SOURCE must live as long as the set.  ERR_FAULT, logged, if the
 * style sheet cannot be read or is bad. */
MUST_USE enum err page_set_open(
    struct arena *a, const struct page_source *source, struct page_set **set);

/* Compiles NAME.xhtml of the folder public, desk or admin, in all languages,
 * with its frame and its parts, and adds it to SET.  ERR_FAULT if the page has
 * faults; each is logged with its file and line. */
MUST_USE enum err page_load(
    struct page_set *set, const char *name, const struct page **page);

/* The page NAME of the set, NULL if it was not loaded. */
const struct page *page_find(const struct page_set *set, const char *name);

/* The SHA-256 of the inline style sheet, in base64, for the CSP header; "" if
 * there is no style sheet. */
const char *page_style_hash(const struct page_set *set);

/* The number of NAME among the names that the marks of the page use (q:text="n"
 * uses n), for views; -1 if no mark uses it. */
int page_find_name(const struct page *page, const char *name);

/* Appends the page with the values of VIEW (web/page/view.h) to OUT. */
struct view;
void page_write(const struct page *page, enum lang lang,
    const struct view *view, struct buf *out);

#endif
