/* page.h - page templates, compiled once at start.
 *
 * A page is an XHTML file that a browser can also open directly.  The file has
 * sample text in Indonesian: text that marks replace by values.  Marks are
 * attributes of one namespace, xmlns:q="urn:antrean:page".  At start libxml2
 * parses a page once, and the page is compiled for each language to literal
 * chunks and holes, the places of values.  For a request only the chunks and
 * the escaped values are copied.
 *
 *   q:page="frame"    on <html> of a page: the name of its frame, public or
 *                     desk.  The content of the page's <title> and <main>,
 *                     marks included (also a q:t on <title>), becomes the
 *                     content of the elements of frame/FRAME.xhtml marked
 *                     q:page="title" and q:page="main"; the rest of the page,
 *                     the attributes of <main> included, is never sent
 *   q:text="n"        the element's content is the text n (on <img>: alt)
 *   q:value="n"       the form value n: value of <input>, the chosen
 *                     <option> of <select> (by its value, else its text),
 *                     content of <textarea>, and `checked` of a radio or
 *                     checkbox whose value it is
 *   q:href="n"        the address n: href of <a> and <link>, src of <img>,
 *                     action of <form>; anything but a relative path,
 *                     http(s) or data:image/png is written as "#"
 *   q:flag="a n; ..." the attribute a is written only if n is true (checked,
 *                     required, autofocus ...; an aria-x gets "true"); with
 *                     a = ".c" the class c is written only if n is true;
 *                     whether the element in the file has the attribute or
 *                     class makes no difference
 *   q:each="n"        the element once per item of the list n; q:if and
 *                     q:unless on the same element are decided for each item
 *   q:if="n" q:unless="n"  the element only if n is true (q:if) or false
 *                     (q:unless).  True is a flag that is set, a text that is
 *                     not empty, a list with items
 *   q:t="key"         human text: Indonesian as in the page, English from a
 *                     file of text/, the <en> of <t key="key">.  The content
 *                     (with its elements and marks) and attributes (alt,
 *                     value, title, aria-label ...) of <en> replace those of
 *                     the page; an <en> with attributes only keeps the content
 *   {n}               in an attribute value: the text n.  Refused in addresses
 *                     (except after '#'), in style, on*, type, rel and others
 *                     that change how a browser reads the element, and in
 *                     names of marks
 *
 * <q:block> is an element of which only the content is written.
 * <q:part name="n"/> is replaced by the content of <main> of part/n.xhtml, a
 * file that a browser can also open.  It can have q:each, q:if and q:unless.
 * The names in a part belong to the page or list that includes the part.  In an
 * attribute value of the part {a} is replaced by the value of the attribute a
 * of <q:part>.  Parts can include parts, up to four deep.
 *
 * There are no expressions, and no value is written without escaping: the
 * compiler knows the context of each hole.  Refused at start: script, style and
 * other elements that HTML reads by rules of their own, on* attributes, marks
 * in comments and in content that a mark replaces, {n} in text, an unknown
 * scheme in an address, a name that is a list and a text in the same scope.
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
 * with its frame and its parts, adds it to SET and sets *PAGE; if SET has the
 * page already, only sets *PAGE.  ERR_FAULT if the page has faults; each is
 * logged with its file and line. */
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

struct view;

/* Appends the page with the values of VIEW (web/page/view.h) to OUT. */
void page_write(const struct page *page, enum lang lang,
    const struct view *view, struct buf *out);

#endif
