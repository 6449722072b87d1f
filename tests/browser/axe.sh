# axe.sh - finds Chromium, Python and axe-core for the browser tests.  Sourced
# after lib.sh and cgi.sh; sets $here and $axe.
test_needs chromium chromedriver /usr/bin/python3 npm
here=$ANTREAN_SRC/tests/browser

# axe-core is fetched once for a build tree.
axe_version=4.14.1
axe=$ANTREAN_BUILD/axe-$axe_version.js
if [ ! -s "$axe" ]; then
	(cd "$T" && npm_config_cache=$T/npm npm pack --silent \
		"axe-core@$axe_version" >npm.log 2>&1 &&
		tar -xzf "axe-core-$axe_version.tgz" package/axe.min.js &&
		mv package/axe.min.js "$axe") || {
		sed 's/^/# /' "$T/npm.log"
		test_skip browser "axe-core could not be fetched"
		test_end
	}
fi

# Files of the browser are in $T, so they are deleted with it.
export TMPDIR="$T" HOME="$T" PYTHONDONTWRITEBYTECODE=1
