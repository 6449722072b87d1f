# hidden.awk - prints the hidden fields of a page's POST form, urlencoded: of
# the first one, or of number -v form=.
function attr(tag, name,	s) {
	if (!match(tag, "[ \t\n]" name "=\"[^\"]*\"")) return ""
	s = substr(tag, RSTART + 1, RLENGTH - 1)
	s = substr(s, length(name) + 3, length(s) - length(name) - 3)
	gsub(/&lt;/, "<", s)
	gsub(/&gt;/, ">", s)
	gsub(/&quot;|&#34;/, "\"", s)
	gsub(/&#39;/, "\047", s)
	gsub(/&amp;/, "\\&", s)
	return s
}
function encode(s,	i, c, out) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		out = out (c ~ /[A-Za-z0-9._~-]/ ? c : sprintf("%%%02X", code[c]))
	}
	return out
}
BEGIN {
	RS = "<"
	if (!form) form = 1
	for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
}
done { next }
tolower($0) ~ /^form[ \t\n]/ {
	inside = tolower(attr($0, "method")) == "post" && ++seen == form
}
tolower($0) ~ /^\/form/ { done = inside; inside = 0 }
inside && tolower($0) ~ /^input[ \t\n]/ && attr($0, "type") == "hidden" {
	printf "%s%s=%s", sep, attr($0, "name"), encode(attr($0, "value"))
	sep = "&"
}
