# c.awk - splits C into code and literals for the lints.
#
# For each line the rules of a lint find: `code`, the line without comments and
# with empty literals; text[1..texts], the contents of its string literals;
# `open`, the code of the statement that began on an earlier line; before[i],
# the code of the statement up to literal i, which shows the call it belongs to.

function offend(words) {
	printf "%s:%d: %s\n", FILENAME, FNR, words
	bad = 1
}

# True if CODE calls NAME: the name as a word, then an opening bracket.
function calls(code, name) {
	return code ~ ("(^|[^A-Za-z0-9_])" name "[ \t]*\\(")
}

# The length of the literal at the start of REST, up to the closing QUOTE.
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

# The part of CODE after the last complete statement.
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
