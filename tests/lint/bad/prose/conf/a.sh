# a.sh - a script with a table:
#	name name	is no sentence
# but this this is one.
