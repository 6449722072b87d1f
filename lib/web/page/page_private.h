/* page_private.h - what a page is compiled to; for page*.c and view.c only.
 *
 * A page in one language is a row of operations over one run of literal
 * bytes.  An operation first writes its literal, then acts.  Those with SKIP
 * own the SKIP operations behind them: a condition jumps over them, a list
 * runs them once per item, a comparison reads them as the value compared
 * with.  Names are numbers 0..name_count-1, the same in all languages.
 *
 * A list's items hold only the names used inside it (struct scope), so that a
 * row of a dozen values costs a dozen values however large the page is.
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
	OP_FORM,     /* a form value, which may be unset */
	OP_HREF,     /* an address, judged */
	OP_IF,       /* SKIP operations if true */
	OP_UNLESS,   /* SKIP operations if false */
	OP_EACH,     /* SKIP operations per item */
	OP_CHECKED,  /* " checked" if the form value is what SKIP say */
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

/* Which names a view may set: slot[name] is its place, -1 for none. */
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
	struct scope all;          /* of the page itself: every name */
	struct scope none;         /* of what is shown nowhere */
	const struct scope **list; /* by name; NULL if it is no list */
};

struct page_set {
	struct arena *arena;
	struct page_source source;
	struct page *pages;
	const char *style; /* stripped; "" for none */
	char style_hash[BYTES_B64_SIZE(32)];
};

/* Marks of one element; NULL for those it lacks. */
struct marks {
	const char *text, *value, *href, *flag;
	const char *each, *when, *unless, *t, *page;
};

/* One page being compiled, in one language after the other. */
struct compile {
	struct arena *arena; /* until the page is compiled */
	const struct page_set *set;
	enum lang lang;
	const xmlNode *title; /* the page's own, if it has a frame */
	const xmlNode *main;
	bool placed_title, placed_main, framing;
	struct part *part;                 /* parts read */
	const xmlNode *part_main;          /* of the part that is checked */
	const xmlNode *around[PARTS_DEEP]; /* the <q:part> around, outermost
	                                      first */
	int depth;

	struct buf bytes;
	size_t start; /* of the literal not yet given to an operation */
	bool newline; /* whatever is true, a newline was written last */
	struct op *op;
	size_t ops, op_room;

	const char **names;
	int name_count;
	struct use *use; /* how names are used, by scope */
	int scope, scopes;

	const char *select; /* q:value of the <select> around, or NULL */
	bool verbatim;      /* inside <pre> and <textarea> */
	bool plain;         /* where HTML has no elements: <title> ... */
	bool translated;    /* inside a text of the catalogue */
	struct said *said;  /* faults logged */
	int faults;
};

/* page.c: ROOM/NAME.xhtml, with its faults logged, and the first element NAME
 * below NODE, NULL if there is none. */
MUST_USE enum err page_file(struct compile *c, const char *room,
    const char *name, const xmlNode **root);
const xmlNode *element_find(const xmlNode *node, const char *name);

/* page_check.c: what the whole tree must obey, and marks. */

/* Logs a fault of NODE's file and line, the same one only once. */
void page_fault(
    struct compile *c, const xmlNode *node, const char *why, const char *what);
/* Checks everything below NODE that does not depend on the language.  MARKS
 * says whether marks have an effect there; TITLE and MAIN of C turn it on. */
void page_check(struct compile *c, const xmlNode *node, bool marks);
void marks_read(struct compile *c, const xmlNode *node, struct marks *m);
/* What is replaced must not hold marks: they would never act. */
void sample_check(struct compile *c, const xmlNode *node);
bool name_ok(const char *s, size_t n);
bool element_is(const xmlNode *node, const char *name);
bool in_namespace(const xmlNode *node, const char *ns);

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
/* Between these stand the operations that the one begun owns. */
size_t emit_begin(struct compile *c, enum op_kind kind, int name);
void emit_end(struct compile *c, size_t begun);
/* Ends the last literal. */
void emit_flush(struct compile *c);
/* The length of the name in a hole "{name}" at S; 0 if there is none, and
 * *BAD if what stands there looks like one. */
size_t hole_length(const char *s, bool *bad);

/* page_attr.c: the attributes of an element and the holes that marks make. */
struct attr {
	const char *name;
	const char *value;
	const xmlNode *from; /* where it is written, for messages */
};

struct attrs { /* of an element, its translation's over its own */
	struct attr item[ATTRS_MAX];
	int count;
};

/* A pair of q:flag: an attribute, or ".c" for the class c. */
struct flag {
	const char *attr;
	const char *name;
};

struct flags {
	struct flag item[FLAGS_MAX];
	int count;
};

void attrs_compile(struct compile *c, const xmlNode *node, const xmlNode *t,
    const struct marks *m);
const char *attrs_value(const struct attrs *list, const char *name);
bool attr_is_boolean(const char *name);
/* A value with holes {n}, each an operation. */
void template_compile(struct compile *c, const struct attr *a, bool escape);

/* page_flag.c: attributes and classes that are there or not there. */
void flags_read(
    struct compile *c, const xmlNode *node, const char *s, struct flags *list);
bool flags_have(const struct flags *list, const char *attr);
void flags_compile(
    struct compile *c, const xmlNode *node, const struct flags *list);
/* The attribute class: what is written in the page and what flags add. */
void class_compile(struct compile *c, const xmlNode *node,
    const struct attrs *list, const struct flags *flags);

/* page_compile.c: elements and their content.  ROOT is the <html> of the
 * frame or of the page itself. */
void page_compile(struct compile *c, const xmlNode *root);
void children_compile(struct compile *c, const xmlNode *parent);

/* page_part.c: what NODE, a <q:part>, stands for.  The names in it are of the
 * scope around NODE. */
void part_compile(
    struct compile *c, const xmlNode *node, const struct marks *m);
/* The word that a <q:part> around has for the hole NAME, NULL for none. */
const char *part_word(struct compile *c, const char *name, size_t n);

/* page_style.c: reads the style sheet of SET, if it names one, and strips it of
 * comments and blanks.  ERR_FAULT, logged, for a file that cannot be read, an
 * open string or comment, and bytes that would end <style>. */
MUST_USE enum err style_load(struct page_set *set);

#endif
