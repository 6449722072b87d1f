# form.awk - prints the POST form of a page whose field `step` has the value
# -v step=STEP, or the first POST form if STEP is empty.
BEGIN { RS = "<form" }
NR > 1 && /method="post"/ && (step == "" ||
	index($0, "name=\"step\" value=\"" step "\"")) {
	sub(/<\/form>.*/, "</form>")
	printf "<form%s\n", $0
	exit
}
