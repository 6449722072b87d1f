#!/usr/bin/python3
"""journey.py - a family's whole way through the system, without scripts.

    journey.py BASE_URL DIR [AXE]

Registers, books for three, is refused a second booking, finds the booking
again and signs out.  Stores each page in DIR, also those with errors; with
AXE, the file axe.min.js, checks them as pages.py does.  Prints TAP.
STAFF="login password" adds the pages of an officer.  ANTREAN_LOG names a log
that must have no warning at the end.
"""
import os
import re
import signal
import sys
import urllib.request

from driver import Browser, Failed
from pages import Tap, look_at_all

PASSWORD = "kereta pagi ke Bogor"
PEOPLE = [  # invented; the serial of a test NIK is 9xxx
    {"name": "Ratna Wulandari", "nik": "3174015403889001", "birth_day": "14",
     "birth_month": "3", "birth_year": "1988", "sex": "p"},
    {"name": "Bagas Pramudita", "nik": "3174010809159002", "birth_day": "8",
     "birth_month": "9", "birth_year": "2015", "sex": "l"},
    {"name": "Sri Lestari", "nik": "3174014105609003", "birth_day": "1",
     "birth_month": "5", "birth_year": "1960", "sex": "p"},
]
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-"
                  r"[0-9A-HJKMNP-TV-Z]\b")
DAY = re.compile(r"(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), "
                 r"\d+ \w+ \d{4}")


class Journey:
    def __init__(self, base, directory, browser, tap):
        self.base = base.rstrip("/")
        self.directory = directory
        self.b = browser
        self.tap = tap
        self.code = None
        self.day = None

    def go(self, path):
        self.b.go(self.base + "/" + path)

    def keep(self, name, status=200, personal=False):
        """Checks what every page must have, and stores the page."""
        a = self.b.answer
        faults = []
        if a.status != status:
            faults.append("status %s, not %d, at %s" % (
                a.status, status, a.url.split("?")[0]))
        if "default-src 'none'" not in a.headers.get(
                "content-security-policy", ""):
            faults.append("no Content-Security-Policy")
        if a.headers.get("x-content-type-options") != "nosniff":
            faults.append("no nosniff")
        if personal and "no-store" not in a.headers.get("cache-control", ""):
            faults.append("a page of a person may be stored")
        if b"<script" in a.body:
            faults.append("a script")
        if len(self.b.all("h1")) != 1:
            faults.append("not one h1")
        text = re.sub(rb"<[^>]*>", b" ", a.body)
        for person in PEOPLE:
            if person["nik"].encode() in text:
                faults.append("a NIK in full")
        with open(os.path.join(self.directory, name + ".html"), "wb") as f:
            f.write(a.body)
        self.tap.check(name, faults)

    def expect(self, name, true):
        self.tap.check(name, [] if true else ["at " + self.b.url.split("?")[0]])

    def fill_person(self, person, **other):
        self.b.within('[name="nik"]')
        self.b.fill(**{**person, **other})

    def press_sure(self):
        """Presses the button, and again if the page warns of an odd NIK."""
        self.b.press()
        if self.b.all('input[name="sure"]'):
            self.b.within('[name="nik"]')
            self.b.press()

    # the parts of the way

    def choose(self):
        b = self.b
        self.go("")
        self.keep("home")
        b.press('main form input[type="submit"]')
        self.keep("booking")
        b.fill(kind="baru")
        b.fill(n="3")
        b.press()
        self.keep("office")
        b.link("DKI Jakarta")
        self.keep("office-province")
        b.link("Jakarta Selatan")
        self.keep("slot")
        b.within('[name="slot"]')
        b.press_on(b.one('input[name="slot"]'))
        b.press()
        self.expect("the choice is kept while one signs in",
                    "/session" in b.url and "next=" in b.url)
        self.keep("session")

    def register(self):
        b = self.b
        b.link("Buat akun")
        self.keep("register")
        self.fill_person(PEOPLE[0], nik=PEOPLE[0]["nik"][:15],
                         email="ratna@example.org", password=PASSWORD,
                         password2="something else", agree=True)
        b.press()
        self.keep("register-wrong", 422, personal=True)
        self.expect("the title says that something is wrong",
                    b.title.startswith("Salah:"))
        self.expect("what was typed is kept", b.property(
            b.one('[name="name"]'), "value") == PEOPLE[0]["name"])
        self.expect("a password is not", b.property(
            b.one('[name="password"]'), "value") == "")
        self.expect("each error leads to its field", all(
            b.all("#" + b.attribute(e, "href").split("#")[1])
            for e in b.all(".err a")))
        self.fill_person(PEOPLE[0], email="ratna@example.org",
                         password=PASSWORD, password2=PASSWORD, agree=True)
        self.press_sure()
        self.expect("registered, one goes on where one was",
                    "/booking" in b.url and "slot=" in b.url)
        self.keep("people", personal=True)

    def people(self):
        b = self.b
        self.fill_person(PEOPLE[1], nik="31740108")
        b.press()
        self.keep("people-wrong", 422, personal=True)
        for person in PEOPLE[1:]:
            self.fill_person(person)
            self.press_sure()
        self.keep("people-three", personal=True)
        b.within('[name^="who-"]')
        for box in b.all('input[name^="who-"]'):
            b.fill(**{b.attribute(box, "name"): True})
        for choice in b.all('select[name^="kind-"]'):
            b.fill(**{b.attribute(choice, "name"): "baru"})
        b.press()
        self.keep("review", personal=True)
        self.expect("all three are on it", all(
            p["name"] in b.text("main") for p in PEOPLE))

    def confirm(self):
        b = self.b
        b.fill(declare=True)
        b.press()
        self.expect("the ticket has an address of its own",
                    "/ticket?v=" in b.url)
        self.keep("ticket", personal=True)
        found = CODE.search(b.text("main"))
        self.expect("with a code", found)
        self.code = found.group(0) if found else ""
        self.day = DAY.search(b.text("main")).group(0)
        self.expect("which is in no address", self.code not in b.url)
        ticket = b.url
        self.proof()
        b.link("English")
        self.keep("ticket-en", personal=True)
        self.expect("in English", b.attribute(b.one("html"), "lang") == "en")
        b.go(ticket)

    def proof(self):
        b = self.b
        view = b.attribute(b.one('form[action="proof"] [name="v"]'), "value")
        cookies = "; ".join("%s=%s" % (c["name"], c["value"])
                            for c in b.call("GET", "/cookie"))
        with urllib.request.urlopen(urllib.request.Request(
                self.base + "/proof?v=" + view,
                headers={"Cookie": cookies})) as reply:
            pdf = reply.read()
            kind = reply.headers["Content-Type"]
        self.expect("the proof is a PDF",
                    pdf.startswith(b"%PDF-") and kind == "application/pdf")
        with open(os.path.join(self.directory, "proof.pdf"), "wb") as f:
            f.write(pdf)

    def again(self):
        """Books the same people again: refused, and all entries are kept."""
        b = self.b
        self.go("office?kind=baru&n=1")
        b.link("DKI Jakarta")
        b.link("Jakarta Selatan")
        b.within('[name="slot"]')
        b.press_on(b.one('input[name="slot"]'))
        b.press()
        b.within('[name^="who-"]')
        name = b.attribute(b.one('input[name^="who-"]'), "name")
        b.fill(**{name: True})
        b.fill(**{name.replace("who", "kind"): "baru"})
        b.press()
        if b.all('[name="declare"]'):
            b.fill(declare=True)
            b.press()
        self.expect("a second booking of one NIK is refused with a reason",
                    b.answer.status in (409, 422) and b.all('[role="alert"]'))
        self.keep("review-refused", b.answer.status, personal=True)

    def find(self):
        b = self.b
        self.go("account")
        self.keep("account", personal=True)
        self.go("session")
        self.keep("session-out", personal=True)
        b.press('main form input[type="submit"]')
        self.keep("session-done")
        self.go("ticket")
        self.keep("find")
        who = {k: PEOPLE[0][k] for k in
               ("birth_day", "birth_month", "birth_year")}
        b.fill(code=self.code, **{**who, "birth_year": "1989"})
        b.press()
        self.expect("a wrong birth date finds nothing",
                    b.answer.status in (404, 422))
        self.keep("find-wrong", b.answer.status)
        b.fill(code=self.code.lower(), **who)
        b.press()
        self.expect("code and birth date show the ticket",
                    self.code in b.text("main") and self.code not in b.url)

    def beside(self):
        for name, path, status in (
                ("home-en", "?lang=en", 200), ("info", "info", 200),
                ("info-fee", "info?topic=fee", 200),
                ("info-en", "info?lang=en", 200),
                ("bap", "booking?kind=hilang&n=1", 200),
                ("office-en", "office?lang=en", 200),
                ("error", "slot?office=nowhere&kind=baru&n=1", 404)):
            self.go(path)
            self.keep(name, status)

    def staff(self, login, password):
        b = self.b
        self.go("roster")
        self.keep("signin.staff")
        b.fill(login=login, password="not the password")
        b.press()
        self.keep("signin-wrong.staff", 422)
        b.fill(login=login, password=password)
        b.press()
        self.keep("roster.staff", personal=True)
        if self.day:
            b.fill(day=self.day)
            b.press()
            self.keep("roster-day.staff", personal=True)
            self.expect("the officer sees all three", all(
                p["name"] in b.text("main") for p in PEOPLE))


def main(base, directory, axe_path=None):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    tap = Tap()
    with Browser(script=False, width=320) as browser:
        j = Journey(base, directory, browser, tap)
        parts = [j.choose, j.register, j.people, j.confirm, j.again, j.find,
                 j.beside]
        if os.environ.get("STAFF"):
            parts.append(lambda: j.staff(*os.environ["STAFF"].split(" ", 1)))
        try:
            for part in parts:
                part()
        except (Failed, OSError) as e:
            tap.check("the way goes on", [str(e)])
    if axe_path:
        look_at_all(directory, axe_path, tap)
    if os.environ.get("ANTREAN_LOG"):
        with open(os.environ["ANTREAN_LOG"], encoding="utf-8") as log:
            tap.check("no program warned", [
                line.rstrip() for line in log
                if re.search("level=(warn|fault)", line)])
    tap.end()


if __name__ == "__main__":
    main(*sys.argv[1:4])
