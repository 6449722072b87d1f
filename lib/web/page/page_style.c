/* page_style.c - the style sheet: read, stripped, and its digest. */
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "base/crypt.h"
#include "base/log.h"
#include "web/page/page_private.h"

#define STYLE_MAX (64 << 10) /* bytes of the style sheet as written */

static enum err
style_fault(const char *path, const char *why)
{
	log_fault("page", "file=%s why=%s", path, why);
	return ERR_FAULT;
}

static enum err
style_read(struct arena *a, const char *path, const char **css)
{
	FILE *f = fopen(path, "re");
	char *s;
	size_t n;
	int bad;

	if (f == NULL)
		return style_fault(path, "unreadable");
	s = arena_alloc(a, STYLE_MAX + 1);
	n = fread(s, 1, STYLE_MAX + 1, f);
	bad = ferror(f);
	fclose(f);
	if (bad || n > STYLE_MAX || strlen(s) != n)
		return style_fault(path, "unreadable_or_large");
	*css = s;
	return OK;
}

/* The end mark of the comment or string that begins at S; "" if none begins
 * there. */
static const char *
end_of(const char *s)
{
	if (s[0] == '/' && s[1] == '*')
		return "*/";
	return s[0] == '"' ? "\"" : "";
}

/* Copies CSS to OUT without comments, without blanks beside { } ; and commas,
 * and without blanks after a colon.  Other runs of blanks become one space,
 * because they can have a meaning ("a b", "1px + 2px").  Strings are copied
 * unchanged.  False if a comment or a string does not end. */
static bool
style_strip(const char *css, char *out)
{
	char *const begin = out;
	bool blank = false;

	for (const char *s = css; *s != '\0';) {
		const char *end = end_of(s), *stop = s + 1;

		if (*end != '\0') {
			stop = strstr(s + strlen(end), end);
			if (stop == NULL)
				return false;
			stop += strlen(end);
		}
		if (*s == '/' && *end != '\0') {
			blank = true;
		} else if (strchr(" \t\r\n", *s) != NULL) {
			blank = true;
		} else {
			if (blank && out > begin &&
			    strchr("{};,:", out[-1]) == NULL &&
			    strchr("{};,", *s) == NULL)
				*out++ = ' ';
			blank = false;
			memcpy(out, s, (size_t)(stop - s));
			out += stop - s;
		}
		s = stop;
	}
	*out = '\0';
	return true;
}

/* base64 of the SHA-256, in the form of a content security policy (CSP3,
 * 2.3.1). */
static void
style_digest(struct page_set *set)
{
	unsigned char digest[32];

	crypt_sha256(set->style, strlen(set->style), digest);
	bytes_b64(digest, sizeof(digest), set->style_hash);
}

enum err
style_load(struct page_set *set)
{
	const char *path = set->source.style_file, *css;
	struct arena tmp;
	enum err err;
	char *out;

	set->style = "";
	if (*path == '\0')
		return OK;
	arena_init(&tmp, 2 * STYLE_MAX);
	err = style_read(&tmp, path, &css);
	if (err != OK)
		goto out;
	/* the copy is never longer than the original */
	out = arena_alloc(&tmp, strlen(css) + 1);
	if (!style_strip(css, out) || strstr(out, "</") != NULL ||
	    strstr(out, "<!") != NULL) {
		err = style_fault(path, "bad_style");
		goto out;
	}
	set->style = arena_strdup(set->arena, out);
	style_digest(set);
out:
	arena_free(&tmp);
	return err;
}
