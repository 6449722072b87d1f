#!/usr/bin/python3
"""cgi_server.py - serves the programs of a build as plain CGI on loopback.

    cgi_server.py BIN CONF CLOCK LOG     prints its port, then serves

Only for the browser tests: it needs no Apache, and the programs use the test
clock of the file CLOCK.  Other tests run the real servers.
"""
import glob
import http.server
import os
import socketserver
import subprocess
import sys

BIN, CONF, CLOCK, LOG = sys.argv[1:5]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def serve(self):
        path, _, query = self.path.partition("?")
        program = path.strip("/") or "home"
        found = glob.glob(f"{BIN}/*/{program}/{program}")
        found += filter(os.path.isfile, glob.glob(f"{BIN}/*/{program}"))
        binary = found[0] if found else os.path.join(BIN, program)
        if not program.isalpha() or not os.access(binary, os.X_OK):
            self.reply(404, [("Content-Type", "text/plain")], b"no program\n")
            return
        length = int(self.headers.get("Content-Length") or 0)
        env = {
            "PATH": os.environ["PATH"], "ANTREAN_CONF": CONF,
            "ANTREAN_CLOCK": CLOCK, "GATEWAY_INTERFACE": "CGI/1.1",
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "REQUEST_METHOD": self.command, "REQUEST_URI": self.path,
            "QUERY_STRING": query, "CONTENT_LENGTH": str(length),
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
        }
        for name, value in self.headers.items():
            env["HTTP_" + name.upper().replace("-", "_")] = value
        with open(LOG, "ab") as log:
            done = subprocess.run([binary], input=self.rfile.read(length),
                                  stdout=subprocess.PIPE, stderr=log, env=env,
                                  timeout=30, check=False)
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        status, headers = 200, []
        for line in head.decode("latin-1").split("\r\n"):
            name, _, value = line.partition(":")
            if name.lower() == "status":
                status = int(value.split()[0])
            elif name.lower() != "content-length" and value:
                headers.append((name, value.strip()))
        if done.returncode != 0 or not head:
            status = 500
        self.reply(status, headers, body)

    def reply(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_HEAD = serve

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
