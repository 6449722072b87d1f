# form.awk - the POST form of a page whose field `step` is `-v step=STEP`, or
# the first one if STEP is empty.
BEGIN { RS = "<form" }
NR > 1 && /method="post"/ && (step == "" ||
	index($0, "name=\"step\" value=\"" step "\"")) {
	sub(/<\/form>.*/, "</form>")
	printf "<form%s\n", $0
	exit
}
