#!/usr/bin/python3
"""pages.py - checks saved pages: size, axe-core, width; makes pictures.

    pages.py DIR AXE

DIR holds NAME.html (an applicant's page) or NAME.staff.html.  Prints TAP, one
test a page and property; pictures go to DIR.  AXE is axe.min.js.
"""
import glob
import os
import sys

from driver import Browser

LIMITS = {"public": 14336, "staff": 60 * 1024}
# Findings of axe-core to accept, by page: these pages refresh on purpose.
ACCEPTED = {"display": {"meta-refresh"}, "gate": {"meta-refresh"}}

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
    r => done(r.violations.map(v => [v.id, v.help,
        v.nodes.map(n => n.target.join(' ')).slice(0, 5)])),
    e => done([['axe', String(e), []]]));
"""


class Tap:
    """Prints TAP; numbers begin after TAP_FROM, the caller's last test."""

    def __init__(self):
        self.n = int(os.environ.get("TAP_FROM", "0"))
        self.bad = 0

    def check(self, name, faults):
        self.n += 1
        for fault in faults:
            print("# " + fault)
        self.bad += bool(faults)
        print("%sok %d - %s" % ("not " if faults else "", self.n, name),
              flush=True)

    def end(self):
        print("1..%d" % self.n)
        sys.exit(self.bad > 0)


def look(browser, tap, path, axe):
    name = os.path.basename(path)[:-len(".html")]
    kind = "staff" if name.endswith(".staff") else "public"
    weight = os.path.getsize(path)
    print("# %s: %d bytes" % (name, weight))
    tap.check("%s weighs at most %d bytes" % (name, LIMITS[kind]),
              [] if weight <= LIMITS[kind] else ["%d bytes" % weight])
    for width in 1280, 320:
        browser.resize(width, 640)
        browser.go("file://" + os.path.abspath(path))
        browser.picture("%s-%d.png" % (path[:-len(".html")], width))
        wide = browser.run("return document.documentElement.scrollWidth")
        if kind == "public":
            tap.check("%s fits %d px" % (name, width),
                      [] if wide <= width else ["%d px wide" % wide])
        browser.run(axe)
        accepted = ACCEPTED.get(name.split(".")[0], set())
        tap.check("%s at %d px: axe finds nothing" % (name, width),
                  ["%s: %s: %s" % (rule, words, ", ".join(where))
                   for rule, words, where in browser.wait_script(AXE)
                   if rule not in accepted])


def look_at_all(directory, axe_path, tap):
    with open(axe_path, encoding="utf-8") as f:
        axe = f.read()
    pages = sorted(glob.glob(os.path.join(directory, "*.html")))
    tap.check("there are pages to look at", [] if pages else [directory])
    with Browser(script=True) as browser:
        for path in pages:
            look(browser, tap, path, axe)


def main(directory, axe_path):
    tap = Tap()
    look_at_all(directory, axe_path, tap)
    tap.end()


if __name__ == "__main__":
    main(*sys.argv[1:3])
