# texts.awk - reads pages, then files of texts, tag by tag.
#
# A text is an element with q:t="key" in a page, or <id> or <en> of <t
# key="key"> in a file of texts; its kind is page, id or en.
# shape[kind, key] lists, sorted, the holes {name} and the q: marks in the text:
# a translation must have the same.

function offend(where, words) {
	print where ": " words
	bad = 1
}

function attr(tag, name,	s) {
	if (!match(tag, "[ \t\n]" name "=\"[^\"]*\"")) return ""
	s = substr(tag, RSTART + 1, RLENGTH - 1)
	return substr(s, length(name) + 3, length(s) - length(name) - 3)
}

# SHAPE, a sorted list without doubles, with all matches of PATTERN in S added.
function collect(shape, s, pattern,	found, i, n, item, out) {
	while (match(s, pattern)) {
		found = substr(s, RSTART, RLENGTH)
		s = substr(s, RSTART + RLENGTH)
		if (index(shape, " " found " ")) continue
		n = split(shape, item, " ")
		out = " "
		for (i = 1; i <= n && item[i] < found; i++)
			out = out item[i] " "
		out = out found " "
		for (; i <= n; i++) out = out item[i] " "
		shape = out
	}
	return shape
}

function begin(kind, key, where) {
	if (kind != "page" && file[kind, key] == FILENAME)
		offend(where, key " stands here twice")
	else if (!((kind, key) in at)) {
		at[kind, key] = where
		file[kind, key] = FILENAME
		keys[kind] = keys[kind] key "\n"
	}
	shape_now = " "
}

function end(kind, key) {
	if ((kind, key) in shape && shape[kind, key] != shape_now)
		offend(at[kind, key], key " has other holes or marks elsewhere")
	shape[kind, key] = shape_now
}

BEGIN {
	while ((getline s < strings) > 0) {
		sub(/^[^ ]* /, "", s) # drop file:line:
		literal[s] = 1
		if ((i = index(s, "%")) > 1 && substr(s, i - 1, 1) == ".")
			stem[substr(s, 1, i - 1)] = 1
	}
	RS = "<"
	FS = "\n"
}

FNR == 1 {
	page = FILENAME ~ /\.xhtml$/
	kind = "page"
	outer = ""
	line = 1
	level = 0
	key = ""
}
{
	where = FILENAME ":" line
	line += gsub(/\n/, "\n")
	if (comment) { # a comment may hold tags
		if (!match($0, /-->/)) next
		comment = 0
		if (key != "")
			shape_now = collect(shape_now, substr($0, RSTART), "\\{[a-z_]+\\}")
		next
	}
	if ($0 ~ /^!--/) {
		comment = $0 !~ /-->/
		next
	}
	if ($0 ~ /^[?!]/ || FNR == 1) next
	i = index($0, ">")
	tag = substr($0, 1, i - 1)
	content = substr($0, i + 1)
	if (tag ~ /^\//) {
		level--
		if (key != "" && level == key_level) {
			end(kind, key)
			key = ""
		}
	} else {
		closed = tag ~ /\/$/
		if (!page && key == "" && tag ~ /^t[ \t\n]/)
			outer = attr(tag, "key")
		k = page ? attr(tag, "q:t") : ""
		if (!page && key == "" && match(tag, /^(id|en)/)) {
			kind = substr(tag, 1, 2)
			k = outer
		}
		if (key == "" && k != "") {
			key = k
			key_level = level
			begin(kind, key, where)
			# of the attributes of the element itself, only these
			# hold text
			n = split("alt value title label aria-label", own, " ")
			for (i = 1; i <= n; i++)
				shape_now = collect(shape_now, attr(tag, own[i]),
				    "\\{[a-z_]+\\}")
			if (closed) { end(kind, key); key = "" }
		} else if (key != "") {
			shape_now = collect(shape_now, tag, "\\{[a-z_]+\\}")
			shape_now = collect(shape_now, tag, "q:[a-z]+=\"[^\"]*\"")
		}
		if (!closed) level++
	}
	if (key != "") shape_now = collect(shape_now, content, "\\{[a-z_]+\\}")
}

function used(key,	s) {
	if (key in literal) return 1
	for (s = key; sub(/[^.]*$/, "", s) && s != ""; sub(/\.$/, "", s))
		if (s in stem) return 1
	return 0
}

# Reports texts of KIND that lack English of the same shape.
function compare(kind,	n, i, list) {
	n = split(keys[kind], list, "\n") - 1
	for (i = 1; i <= n; i++) {
		if (!(("en", list[i]) in at))
			offend(at[kind, list[i]], list[i] " has no English")
		else if (shape["en", list[i]] != shape[kind, list[i]])
			offend(at["en", list[i]], list[i] " has" \
			    shape["en", list[i]] "for the Indonesian" \
			    shape[kind, list[i]] ".")
	}
}

END {
	compare("page")
	compare("id")
	n = split(keys["en"], list, "\n") - 1
	for (i = 1; i <= n; i++) {
		k = list[i]
		message = ("id", k) in at
		if (("page", k) in at) {
			if (message && !used(k))
				offend(at["id", k], k " stands in the page")
		} else if (!used(k))
			offend(at["en", k], k " is not used")
		else if (!message)
			offend(at["en", k], k " has no Indonesian")
	}
	exit bad
}
