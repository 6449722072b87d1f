# jar.awk - prints the cookies, `name value`, of the first file, changed as the
# Set-Cookie lines of the second file say.
FILENAME == ARGV[1] { value[$1] = $2; order[++n] = $1; next }
tolower($0) ~ /^set-cookie:/ {
	sub(/^[^:]*: */, "")
	name = $0
	sub(/=.*/, "", name)
	set = $0
	sub(/;.*/, "", set)
	set = substr(set, length(name) + 2)
	if (!(name in value)) order[++n] = name
	value[name] = tolower($0) ~ /max-age=0([^0-9]|$)/ ? "" : set
}
END {
	for (i = 1; i <= n; i++)
		if (value[order[i]] != "") print order[i], value[order[i]]
}
