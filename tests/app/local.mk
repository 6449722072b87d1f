# Programs with what no program of ours has yet; tests/http leads them.
check_PROGRAMS += tests/app/desk
EXTRA_DIST += tests/app/pages/desk/desk-form.xhtml
