# c.awk - enough of C's lexer for the lints.
#
# Before a lint's own rules see a line, `code` holds it without comments and
# with empty string literals, and text[1..texts] hold what was in the
# literals.  `open` is the code of the statement so far, and before[i] that
# up to literal i: it tells which call a literal belongs to.

function offend(words) {
	printf "%s:%d: %s\n", FILENAME, FNR, words
	bad = 1
}

# True if NAME stands in CODE as a word followed by an opening bracket.
function calls(code, name) {
	return code ~ ("(^|[^A-Za-z0-9_])" name "[ \t]*\\(")
}

# Takes a literal that ends in QUOTE from REST; its length without quotes.
function literal_length(rest, quote,	i, c) {
	for (i = 1; i <= length(rest); i++) {
		c = substr(rest, i, 1)
		if (c == "\\") i++
		else if (c == quote) break
	}
	return i - 1
}

function lex(line,	n) {
	code = ""
	texts = 0
	while (line != "") {
		if (comment) {
			n = index(line, "*/")
			if (!n) return
			line = substr(line, n + 2)
			comment = 0
			continue
		}
		if (!match(line, /\/\*|\/\/|"|'/)) {
			code = code line
			return
		}
		code = code substr(line, 1, RSTART - 1)
		n = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		if (n == "//") return
		if (n == "/*") { comment = 1; code = code " "; continue }
		n = n == "\"" ? "\"" : "'"
		if (n == "\"") {
			text[++texts] = substr(line, 1, literal_length(line, n))
			before[texts] = statement(open " " code)
		}
		line = substr(line, literal_length(line, n) + 2)
		code = code n n
	}
}

# CODE without the statements that are over.
function statement(code) {
	sub(/.*(;|\}|\)[ \t]*\{)/, "", code)
	return code
}

FNR == 1 { comment = 0; next_open = "" }
{
	open = next_open
	lex($0)
	next_open = code ~ /^[ \t]*#/ ? "" : statement(open " " code)
}
