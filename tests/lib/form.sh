# form.sh - checks what a form holds when a program shows it again.  Sourced
# after cgi.sh.

# tags NAME: prints the tags of the page whose attribute name is NAME.
tags() {
	tr '<' '\n' <"$T/body" | grep "name=\"$1\""
}
# kept NAME VALUE: an input with that name has that value.
kept() {
	tags "$1" | grep -qF "value=\"$2\"" && return
	echo "no $1 with $2:"
	tags "$1"
	return 1
}
# ticked NAME VALUE: the box, or radio button, with that value is checked.
ticked() {
	tags "$1" | grep -F "value=\"$2\"" | grep -q " checked" && return
	echo "$1 $2 is not ticked:"
	tags "$1"
	return 1
}
# selected NAME VALUE: that option of the list is selected.
selected() {
	tr '\n' ' ' <"$T/body" | sed -n "s/.*<select[^>]* name=\"$1\"[^>]*>//p" |
		sed 's/<\/select>.*//' | grep -qF "value=\"$2\" selected" && return
	echo "$1 $2 is not selected"
	return 1
}
# beside NAME TEXT: the fault beside that input has TEXT.
beside() {
	tr '<' '\n' <"$T/body" | sed -n "/id=\"$1-e\"/,/^\/div/p" >"$T/beside"
	has "$T/beside" "$2"
}
# holder_kept NAME...: the form has all values of the holder of people.sh,
# except those of the named fields, and no password.
holder_kept() {
	for entry in "name=Ratna Wulandari" nik=3273015403889021 birth-day=14 \
		birth-year=1988 email=ratna@contoh.id phone=0812-3456; do
		case " $* " in
		*" ${entry%%=*} "*) ;;
		*) kept "${entry%%=*}" "${entry#*=}" || return 1 ;;
		esac
	done
	selected birth-month 3 && ticked sex p && ticked agree 1 &&
		lacks "$T/body" "kuda laut"
}
# instead NAME VALUE: changes the value of that hidden input in $T/body.
instead() {
	sed -i "s/name=\"$1\" value=\"[^\"]*\"/name=\"$1\" value=\"$2\"/" "$T/body"
}
