/* page_private.h - the compiled form of a page; for page*.c and view.c only.
 *
 * A page in one language is an array of operations and one string of literal
 * bytes.  An operation first writes its piece of that string, then acts.  An
 * operation with SKIP > 0 owns the SKIP operations after it.  A condition runs
 * or skips them; a list runs them once per item; a comparison (OP_CHECKED,
 * OP_SELECTED) compares a form value with the text that they write.  Names are
 * numbers 0..name_count-1, the same in all languages.
 *
 * An item of a list has only the names used inside the list (struct scope), so
 * that a row with twelve values needs memory for twelve, however many names the
 * page has.
 */
#ifndef WEB_PAGE_PAGE_PRIVATE_H
#define WEB_PAGE_PAGE_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "text/catalogue.h"
#include "text/lang.h"
#include "text/xml.h"
#include "web/page/page.h"

#define MARK_NS "urn:antrean:page"
#define XHTML_NS "http://www.w3.org/1999/xhtml"
#define SVG_NS "http://www.w3.org/2000/svg"
#define XLINK_NS "http://www.w3.org/1999/xlink"
#define NAME_MAX_LENGTH 63
#define ATTRS_MAX 64 /* attributes of one element */
#define FLAGS_MAX 16 /* pairs in one q:flag */
#define PARTS_DEEP 4 /* parts inside parts */

enum op_kind {
	OP_LITERAL,  /* only the literal */
	OP_TEXT,     /* a text between tags */
	OP_ATTR,     /* a text in an attribute */
	OP_FORM,     /* a form value; nothing if it is unset */
	OP_HREF,     /* an address, checked */
	OP_IF,       /* SKIP operations if true */
	OP_UNLESS,   /* SKIP operations if false */
	OP_EACH,     /* SKIP operations per item */
	OP_CHECKED,  /* " checked" if the form value equals the text of
	                SKIP operations */
	OP_SELECTED, /* " selected" likewise */
};

struct op {
	enum op_kind kind;
	int name;
	uint32_t skip;
	uint32_t length; /* of the literal */
	size_t start;    /* of the literal in the bytes */
};

struct code {
	const struct op *op;
	size_t ops;
	const char *bytes;
};

/* The names that a view can set: slot[name] is the index of the name's value in
 * the view, -1 if the view cannot set that name. */
struct scope {
	int count;
	int16_t *slot;
};

struct page {
	const char *name;
	struct page *next;
	struct code code[LANG_COUNT];
	const char **names;
	int name_count;
	int16_t *hash; /* open addressing, -1 is free */
	unsigned hash_mask;
	struct scope all;  /* for the page itself: every name */
	struct scope none; /* for items of a list the page lacks: no name */
	const struct scope **list; /* by name; NULL if it is no list */
};

struct page_set {
	struct arena *arena;
	struct page_source source;
	struct page *pages;
	const char *style; /* stripped; "" for none */
	char style_hash[BYTES_B64_SIZE(32)];
};

/* The marks of one element; NULL for a mark that the element lacks. */
struct marks {
	const char *text, *value, *href, *flag;
	const char *each, *when, *unless, *t, *page;
};

/* One page being compiled, in one language after the other. */
struct compile {
	struct arena *arena; /* until the page is compiled */
	const struct page_set *set;
	enum lang lang;
	const xmlNode *title; /* of the page, if it has a frame */
	const xmlNode *main;
	bool placed_title, placed_main, framing;
	struct part *part;        /* parts read */
	const xmlNode *part_main; /* of the part being checked */
	const xmlNode
	    *around[PARTS_DEEP]; /* enclosing <q:part>s, the outermost first */
	int depth;

	struct buf bytes;
	size_t start; /* of the literal not yet given to an operation */
	bool newline; /* the output ends in a newline on every path through the
	                 conditions compiled so far, so the next newline can be
	                 left out */
	struct op *op;
	size_t ops, op_room;

	const char **names;
	int name_count;
	struct use *use; /* how names are used, by scope */
	int scope, scopes;

	const char *select; /* q:value of the enclosing <select>, or NULL */
	bool verbatim;      /* inside <pre> and <textarea> */
	bool plain;         /* inside elements with text only: <title> ... */
	bool translated;    /* inside a translation from the catalogue */
	struct said *said;  /* faults logged */
	int faults;
};

/* page_check.c: rules for the whole tree; reading the marks. */

/* Logs the fault WHY of WHAT, a name, with the file and line of NODE, and
 * counts it.  Logs the same fault only once, although each language is
 * compiled. */
void page_fault(
    struct compile *c, const xmlNode *node, const char *why, const char *what);
/* Checks all rules below NODE that do not depend on the language.  MARKS is
 * false where a mark is refused, because it would have no effect: of a page
 * that names a frame (the header and footer of all pages) only <title> and
 * <main> are used. */
void page_check(struct compile *c, const xmlNode *node, bool marks);
void marks_read(struct compile *c, const xmlNode *node, struct marks *m);
/* Refuses marks in content that will be replaced: they would have no
 * effect. */
void sample_check(struct compile *c, const xmlNode *node);
bool name_ok(const char *s, size_t n);
bool element_is(const xmlNode *node, const char *name);
bool in_namespace(const xmlNode *node, const char *ns);

/* page_file.c: reads the files of a page and logs their faults.  ROOT is the
 * <html> to compile: that of the frame, if the page has one. */
MUST_USE enum err page_read(
    struct compile *c, const char *name, const xmlNode **root);
/* Reads ROOM/NAME.xhtml alone. */
MUST_USE enum err page_file(struct compile *c, const char *room,
    const char *name, const xmlNode **root);
/* The first element NAME below NODE; NULL if there is none. */
const xmlNode *element_find(const xmlNode *node, const char *name);

/* page_emit.c: operations, literals and names. */
enum use_kind {
	USE_TEXT,
	USE_LIST,
	USE_TRUTH
};
int name_use(struct compile *c, const xmlNode *node, const char *name, size_t n,
    enum use_kind kind);
void emit(struct compile *c, const char *s);
void emit_bytes(struct compile *c, const char *s, size_t n);
void emit_escaped(struct compile *c, const char *s, size_t n);
void emit_op(struct compile *c, enum op_kind kind, int name);
/* The operations emitted between emit_begin() and emit_end() are the SKIP
 * operations that the operation of emit_begin() owns. */
size_t emit_begin(struct compile *c, enum op_kind kind, int name);
void emit_end(struct compile *c, size_t begun);
/* Gives the remaining literal bytes to a last operation. */
void emit_flush(struct compile *c);
/* The length of the name in the hole "{name}" at S; 0 if there is no hole,
 * and then *BAD says whether the text at S looks like a wrongly written hole.
 */
size_t hole_length(const char *s, bool *bad);

/* page_part.c: parts.  Between the two calls the part that NODE, a <q:part>,
 * includes is compiled; its names belong to the scope of NODE.  part_begin
 * returns the <main> of the part; NULL if the part has a fault, and then the
 * caller must not call part_end. */
const xmlNode *part_begin(
    struct compile *c, const xmlNode *node, const struct marks *m);
void part_end(struct compile *c);
/* The value of the attribute NAME (N bytes) of the innermost enclosing <q:part>
 * that has it, to replace the hole {NAME}; NULL if none has it. */
const char *part_word(struct compile *c, const char *name, size_t n);

/* page_value.c: the values of attributes. */
struct attr {
	const char *name;
	const char *value;
	const xmlNode *from; /* the node it comes from, for messages */
};

struct attrs { /* the element's; its translation's replace them */
	struct attr item[ATTRS_MAX];
	int count;
};

const char *attrs_value(const struct attrs *list, const char *name);
/* True if NAME, in any case, is in LIST, which ends with NULL. */
bool attr_in(const char *name, const char *const *list);
bool attr_is_boolean(const char *name);
/* Compiles a value with holes {n}; each hole becomes an operation. */
void template_compile(struct compile *c, const struct attr *a, bool escape);

/* page_flag.c: attributes and classes that a flag switches on and off.  A pair
 * of q:flag: an attribute, or ".c" for the class c. */
struct flag {
	const char *attr;
	const char *name;
};

struct flags {
	struct flag item[FLAGS_MAX];
	int count;
};

void flags_read(
    struct compile *c, const xmlNode *node, const char *s, struct flags *list);
bool flags_have(const struct flags *list, const char *attr);
void flags_compile(
    struct compile *c, const xmlNode *node, const struct flags *list);
/* Compiles the attribute class: the page's own classes and those of flags. */
void class_compile(struct compile *c, const xmlNode *node,
    const struct attrs *list, const struct flags *flags);

/* page_attr.c: compiles the attributes of NODE; T is its translation. */
void attrs_compile(struct compile *c, const xmlNode *node, const xmlNode *t,
    const struct marks *m);

/* page_compile.c: elements and their content.  ROOT is the <html> of the
 * frame or of the page itself. */
void page_compile(struct compile *c, const xmlNode *root);

/* page_style.c: reads the style sheet of SET, if it names one, and strips it of
 * comments and blanks.  ERR_FAULT, logged, for a file that cannot be read, a
 * string or comment without its end, and bytes that would end <style>. */
MUST_USE enum err style_load(struct page_set *set);

#endif
