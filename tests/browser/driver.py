"""driver.py - Chromium by WebDriver, with the standard library only.

    with Browser(script=False, width=320) as b:
        b.go("http://127.0.0.1:8080/")
        b.fill(kind="baru", n="3")
        b.press()                   # the submit button of what was filled
        b.answer.status, b.answer.body, b.answer.headers

An answer has the bytes that the server sent, not the browser's tree of them.
"""
import base64
import json
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
WAIT = 20  # seconds for anything

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage
--disable-background-networking --disable-component-update --disable-sync
--disable-default-apps --disable-extensions --no-first-run --mute-audio
--no-default-browser-check --hide-scrollbars --lang=id""".split()


class Failed(Exception):
    """The browser refused a command, or a page lacks an element."""


class Answer:
    """One document: url, status, headers (lower case), body (bytes)."""

    def __init__(self, response, body):
        self.url = response["url"]
        self.status = response["status"]
        self.headers = {k.lower(): v for k, v in response["headers"].items()}
        self.body = body


class Browser:
    def __init__(self, script=True, width=320, height=640):
        self.script = script
        self.size = width, height
        self.answer = None
        self.form = None

    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="antrean.")
        self.process = None
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.process = subprocess.Popen(
            ["chromedriver", "--port=0", "--allowed-ips="],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL, text=True)
        port = None
        for line in self.process.stdout:
            if "started successfully on port" in line:
                port = int(line.split()[-1].rstrip("."))
                break
        if port is None:
            raise Failed("chromedriver did not start")
        self.base = "http://127.0.0.1:%d" % port
        options = {"args": FLAGS + ["--user-data-dir=" + self.profile],
                   "perfLoggingPrefs": {"enableNetwork": True}}
        if not self.script:
            options["prefs"] = {
                "profile.managed_default_content_settings.javascript": 2}
        made = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"performance": "ALL"},
            "timeouts": {"pageLoad": WAIT * 1000, "script": WAIT * 1000}}}})
        self.base += "/session/" + made["sessionId"]
        self.resize(*self.size)

    def stop(self):
        if self.process is not None:
            if "/session/" in getattr(self, "base", ""):
                try:
                    self.call("DELETE", "")
                except (OSError, Failed):
                    pass
            self.process.terminate()
            self.process.wait(WAIT)
            self.process.stdout.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, path, body=None):
        data = None if method in ("GET", "DELETE") else \
            json.dumps(body or {}).encode()
        request = urllib.request.Request(
            self.base + path, data, {"Content-Type": "application/json"},
            method=method)
        try:
            with urllib.request.urlopen(request, timeout=2 * WAIT) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as e:
            raise Failed(json.load(e)["value"]["message"].split("\n")[0])

    def devtools(self, command, **params):
        return self.call("POST", "/goog/cdp/execute",
                         {"cmd": command, "params": params})

    def resize(self, width, height):
        self.devtools("Emulation.setDeviceMetricsOverride", width=width,
                      height=height, deviceScaleFactor=1, mobile=False)

    # pages

    def go(self, url):
        self.call("POST", "/url", {"url": url})
        self.load()

    def load(self):
        """Waits for a document in the network log; stores it in answer."""
        found = None
        end = time.monotonic() + WAIT
        while found is None and time.monotonic() < end:
            for entry in self.call("POST", "/se/log", {"type": "performance"}):
                message = json.loads(entry["message"])["message"]
                if message["method"] == "Network.responseReceived" and \
                        message["params"]["type"] == "Document":
                    found = message["params"]
            if found is None:
                time.sleep(0.02)
        if found is None:
            raise Failed("no document came")
        body = self.devtools("Network.getResponseBody",
                             requestId=found["requestId"])
        raw = body["body"].encode()
        if body["base64Encoded"]:
            raw = base64.b64decode(body["body"])
        self.answer = Answer(found["response"], raw)
        self.form = None

    @property
    def url(self):
        return self.call("GET", "/url")

    @property
    def title(self):
        return self.call("GET", "/title")

    # elements

    def all(self, css):
        return [e[ELEMENT] for e in self.call(
            "POST", "/elements", {"using": "css selector", "value": css})]

    def one(self, css):
        found = self.all(css)
        if not found:
            raise Failed("%s has no %s" % (self.url, css))
        return found[0]

    def text(self, css):
        return self.call("GET", "/element/%s/text" % self.one(css))

    def attribute(self, element, name):
        return self.call("GET", "/element/%s/attribute/%s" % (element, name))

    def property(self, element, name):
        return self.call("GET", "/element/%s/property/%s" % (element, name))

    def click(self, css):
        """Follows a link or presses a button that leads to a page."""
        self.call("POST", "/element/%s/click" % self.one(css))
        self.load()

    def link(self, text):
        for using in "link text", "partial link text":
            found = self.call("POST", "/elements",
                              {"using": using, "value": text})
            if found:
                self.call("POST", "/element/%s/click" % found[0][ELEMENT])
                self.load()
                return
        raise Failed("%s has no link %s" % (self.url, text))

    def within(self, css):
        """Limits later fills and presses to the form that contains CSS."""
        self.form = css

    def scope(self):
        return "form:has(%s) " % self.form if self.form else ""

    def fill(self, **values):
        """Sets fields by name; _ stands for -.  True ticks a box, False
        clears it, a value chooses the radio button or option that has it."""
        for name, value in values.items():
            name = name.replace("_", "-")
            css = '%s[name="%s"]:not([type=hidden])' % (self.scope(), name)
            element = self.one(css)
            kind = self.property(element, "type")
            if kind == "radio":
                self.press_on(self.one('%s[value="%s"]' % (css, value)))
            elif kind == "checkbox":
                if self.property(element, "checked") != bool(value):
                    self.press_on(element)
            elif kind == "select-one":
                self.press_on(self.option(css, value))
            else:
                self.call("POST", "/element/%s/clear" % element)
                self.call("POST", "/element/%s/value" % element,
                          {"text": value})
            if self.form is None:
                self.form = '[name="%s"]' % name

    def option(self, css, value):
        for e in self.all(css + " option"):
            if value in (self.property(e, "value"),
                         self.call("GET", "/element/%s/text" % e)):
                return e
        raise Failed("%s has no %s" % (css, value))

    def press_on(self, element):
        self.call("POST", "/element/%s/click" % element)

    def press(self, css='input[type="submit"], button[type="submit"]'):
        """Presses the first submit button of the form that was filled."""
        if self.form:
            css = ", ".join(self.scope() + part for part in css.split(", "))
        self.click(css)

    # pictures and scripts

    def run(self, script, *args):
        return self.call("POST", "/execute/sync",
                         {"script": script, "args": list(args)})

    def wait_script(self, script):
        return self.call("POST", "/execute/async",
                         {"script": script, "args": []})

    def picture(self, path):
        """The whole page at the present width, as PNG."""
        shot = self.devtools("Page.captureScreenshot", format="png",
                             captureBeyondViewport=True)
        with open(path, "wb") as f:
            f.write(base64.b64decode(shot["data"]))
