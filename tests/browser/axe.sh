# axe.sh - what the browser tests need: Chromium, Python, axe-core.  Sourced
# after lib.sh and cgi.sh; leaves $here and $axe.
test_needs chromium chromedriver /usr/bin/python3 npm
here=$ANTREAN_SRC/tests/browser

# axe-core, fetched once a build tree.
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

# Whatever the browser leaves ends with the test.
export TMPDIR="$T" HOME="$T" PYTHONDONTWRITEBYTECODE=1
