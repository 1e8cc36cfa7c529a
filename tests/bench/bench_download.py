#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Downloads against curl, on this machine, in this run: ratios, medians of interleaved rounds.

A static nginx serves a few NDJSON files and plays the Bulk Data server around it (token,
kick-off, status, manifest are fixed answers). `waybill-run export` fetches, unpacks, verifies, indexes, hashes,
names and stores; curl only writes to disk. Counted from the first request for a file to the end of the process,
for the wait for the job is the server's. See README.md."""

import argparse
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MOST_LARGE = 5

NGINX = """
daemon off; {user}worker_processes 1; pid {dir}/nginx.pid; error_log {dir}/error.log warn;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000;
  client_body_temp_path {dir}/t1; proxy_temp_path {dir}/t2; fastcgi_temp_path {dir}/t3;
  uwsgi_temp_path {dir}/t4; scgi_temp_path {dir}/t5;
  log_format files '$msec $request_time $uri $status $bytes_sent';
  server {{
    listen 127.0.0.1:{port}{ssl};
    default_type application/json;
    location = /token {{ return 200 '{{"access_token":"t","token_type":"bearer","expires_in":3600,"scope":"system/Observation.rs"}}'; }}
    location /fhir/ {{
      if ($request_method = DELETE) {{ return 202; }}
      add_header Content-Location {base}/status always;
      return 202;
    }}
    location = /status {{
      if ($request_method = DELETE) {{ return 202; }}
      alias {dir}/manifest.json;
    }}
    location /files/ {{
      access_log {dir}/files.log files;
      default_type application/fhir+ndjson;
      rewrite ^/files/large/(.*) /$1 break;
      rewrite ^/files/small/ /small.ndjson break;
      root {dir}/www;
    }}
  }}
}}
"""


def run(*words, **more):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True, text=True, **more).stdout


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Server:
    """nginx and the folder it serves."""

    def __init__(self, folder, nginx, sources, tls, port):
        self.folder, self.tls, self.port = folder, tls, port
        self.base = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
        (folder / "www").mkdir(parents=True)
        for i in range(MOST_LARGE):
            os.symlink(sources[i % len(sources)], folder / "www" / f"{i + 1}.ndjson")
        with open(sources[0], "rb") as large:
            (folder / "www" / "small.ndjson").write_bytes(b"".join(large.readline() for _ in range(2)))
        ssl = ""
        if tls:
            self.make_certificate()
            ssl = (f" ssl; ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;"
                   " ssl_protocols TLSv1.2 TLSv1.3")
        (folder / "nginx.conf").write_text(NGINX.format(dir=folder, port=port, ssl=ssl, base=self.base,
                                                        user="user root; " if os.geteuid() == 0 else ""))
        self.process = subprocess.Popen([nginx, "-p", folder, "-c", folder / "nginx.conf"])
        time.sleep(0.5)
        if self.process.poll() is not None:
            sys.exit((folder / "error.log").read_text())

    def make_certificate(self):
        f = self.folder
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2,
            "-subj", "/CN=bench authority", "-keyout", f / "ca.key", "-out", f / "ca.pem",
            "-addext", "keyUsage=keyCertSign")
        run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=127.0.0.1",
            "-keyout", f / "server.key", "-out", f / "server.csr")
        (f / "san").write_text("subjectAltName=IP:127.0.0.1\n")
        run("openssl", "x509", "-req", "-in", f / "server.csr", "-CA", f / "ca.pem", "-CAkey", f / "ca.key",
            "-CAcreateserial", "-days", 2, "-extfile", f / "san", "-out", f / "server.pem")

    def offer(self, count, kind="large"):
        """The next export consists of so many files."""
        self.urls = [f"{self.base}/files/{kind}/{i}.ndjson" for i in range(1, count + 1)]
        manifest = {"transactionTime": "2026-06-24T03:14:07.123Z", "request": f"{self.base}/fhir/Group/g/$export",
                    "requiresAccessToken": True, "error": [],
                    "output": [{"type": "Observation", "url": url} for url in self.urls]}
        (self.folder / "manifest.json").write_text(json.dumps(manifest))

    def first_request(self):
        lines = (self.folder / "files.log").read_text().split("\n")[:-1]
        return min(float(line.split()[0]) - float(line.split()[1]) for line in lines)

    def forget(self):
        (self.folder / "files.log").write_text("")
        self.process.send_signal(signal.SIGUSR1)  # opens its log anew
        time.sleep(0.2)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def make_bundle(folder, server):
    folder.mkdir()
    key = folder / "key.pem"
    run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key)
    key.chmod(0o600)
    modulus = bytes.fromhex(run("openssl", "rsa", "-in", key, "-noout", "-modulus").strip().split("=")[1])
    thumbprint = b64(hashlib.sha256(f'{{"e":"AQAB","kty":"RSA","n":"{b64(modulus)}"}}'.encode()).digest())
    waybill = {
        "waybill": 1, "practice": {"name": "Bench"},
        "server": {"fhirBaseUrl": f"{server.base}/fhir", "tokenUrl": f"{server.base}/token", "bulkDataVersion": "2.0.0"},
        "client": {"clientId": "bench", "algorithm": "RS384", "keyThumbprint": thumbprint, "key": {"file": "key.pem"},
                   "scopes": ["system/Observation.rs"]},
        "export": {"level": "group", "groupId": "g", "types": ["Observation"]},
        "limits": {"parallelDownloads": 5}}
    (folder / "waybill.json").write_text(json.dumps(waybill))
    return folder


def trusting(server, command):
    """The command, in a mount namespace in which the bench's authority is the system's."""
    if not server.tls:
        return command
    ca = server.folder / "ca.pem"
    link = run("openssl", "x509", "-in", ca, "-noout", "-hash").strip() + ".0"
    script = f'mount -t tmpfs none /etc/ssl/certs && cp {ca} /etc/ssl/certs/{link} && exec "$@"'
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "-"] + command


class Measured:
    def __init__(self, seconds, processor, mebibytes, output):
        self.seconds, self.processor, self.mebibytes, self.output = seconds, processor, mebibytes, output


def measure(command, server=None, environment=None):
    """Wall time from the first request for a file (or from the start, without a server) and peak memory."""
    if server:
        server.forget()
    begin = time.time()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([str(w) for w in command], stdout=out, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        end = time.time()
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    if child.returncode != 0:
        sys.exit(f"{command} ended with {child.returncode}:\n{text[-3000:]}")
    if server:
        begin = server.first_request()
    return Measured(end - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


class Bench:
    def __init__(self, arguments, folder, server):
        self.a, self.folder, self.server = arguments, folder, server
        self.bundle = make_bundle(folder / "bundle", server)
        self.out = Path(arguments.out or folder) / "out"

    def cleaned(self):
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.rmtree(self.folder / "state", ignore_errors=True)
        self.out.mkdir(parents=True)
        os.sync()
        return self.out

    def curl(self):
        out = self.cleaned()
        words = ["curl", "--silent", "--show-error", "--fail", "--http1.1", "--parallel", "--parallel-max", "5"]
        if self.server.tls:
            words += ["--cacert", self.server.folder / "ca.pem"]
        for i, url in enumerate(self.server.urls):
            words += ["-o", out / f"{i}.ndjson", url]
        return measure(words)

    def export(self, environment=None):
        out = self.cleaned()
        command = [self.a.bin / "waybill-run", "export", self.bundle, "--out", out, "--state", self.folder / "state",
                   "--progress", "json", "--new"]
        got = measure(trusting(self.server, command), self.server, environment)
        last = json.loads(got.output.strip().split("\n")[-1])
        if last.get("outcome") != "complete":
            sys.exit(f"the export did not complete: {last}")
        return got

    def files(self, mode):
        """The download rooms alone, in one process with an event loop: `queue`, or `plain` without verifying."""
        out = self.cleaned()
        ca = [self.server.folder / "ca.pem"] if self.server.tls else ["-"]
        return measure([self.a.bin / "bench_download", mode, out, *ca, *self.server.urls])


def medians(rounds, ways):
    seen = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            seen[name].append(way())
    return seen


def seconds(runs):
    return statistics.median(one.seconds for one in runs)


def say(what, value, unit, limit):
    verdict = "holds" if value <= limit else "MISSES"
    print(f"{what:62} {value:8.2f} {unit:4} goal {limit:6.2f}  {verdict}", flush=True)


def large_files(bench, rounds, tls):
    bench.server.offer(4)
    seen = medians(rounds, {"curl": bench.curl, "export": bench.export, "queue": lambda: bench.files("queue"),
                            "plain": lambda: bench.files("plain")})
    scheme = "https" if tls else "http"
    print(f"# {scheme}, 4 files, {rounds} rounds; seconds (lowest-highest, of the processor): " + ", ".join(
        f"{name} {seconds(runs):.2f} ({min(r.seconds for r in runs):.2f}-{max(r.seconds for r in runs):.2f}, "
        f"{statistics.median(r.processor for r in runs):.2f})" for name, runs in seen.items()))
    print("# runner's peak memory in MiB: " + ", ".join(f"{r.mebibytes:.0f}" for r in seen["export"]))
    say(f"{scheme}: export / curl", seconds(seen["export"]) / seconds(seen["curl"]), "x", 2.0 if tls else 1.3)
    say(f"{scheme}: verifying costs", (seconds(seen["queue"]) / seconds(seen["plain"]) - 1) * 100, "%", 15 if tls else 35)
    say(f"{scheme}: runner's peak memory", max(r.mebibytes for r in seen["export"]), "MiB", 100)


def longest_gap(bench, rounds):
    bench.server.offer(5)
    gaps = []
    for _ in range(rounds):
        gaps.append(float(re.search(r"longest gap (\d+)", bench.files("queue").output)[1]))
    print(f"# longest event-loop gaps in ms: {gaps}")
    say("five downloads: longest gap of the event loop (median)", statistics.median(gaps), "ms", 50)


SLOW_DISK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
ssize_t write(int fd, const void *data, size_t size)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    if (size >= 16384)
        usleep(size / 100); /* 100 MB/s */
    return real(fd, data, size);
}
"""


def slow_disk(bench):
    source, library = bench.folder / "slow.c", bench.folder / "slow.so"
    source.write_text(SLOW_DISK)
    run("cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl")
    bench.server.offer(4)
    got = bench.export({**os.environ, "LD_PRELOAD": str(library)})
    say(f"slow disk ({got.seconds:.0f} s): runner's peak memory", got.mebibytes, "MiB", 100)


def many_files(bench, count):
    bench.server.offer(count, "small")
    got = bench.export()
    names = list(bench.out.rglob("*.Observation.ndjson"))  # not the run's log
    if len(names) != count:
        sys.exit(f"{len(names)} of {count} files are there")
    say(f"{count} files ({got.seconds:.0f} s): runner's peak memory", got.mebibytes, "MiB", 100)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+",
                        help="NDJSON of Observation resources, 1 GB each for the figures; fewer than five come again")
    parser.add_argument("--bin", type=Path, default=HERE.parents[1] / "build/release/bin")
    parser.add_argument("--nginx", default=shutil.which("nginx") or "/usr/sbin/nginx")
    parser.add_argument("--out", help="folder that receives the files; default: the temporary folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=["http", "https", "gap", "slow", "many"], action="append")
    parser.add_argument("--port", type=int, default=18590)
    arguments = parser.parse_args()
    arguments.bin = arguments.bin.resolve()
    wanted = arguments.only or ["http", "https", "gap", "slow", "many"]
    for tls in (False, True):
        if not ({"https"} if tls else {"http", "gap", "slow", "many"}) & set(wanted):
            continue
        with tempfile.TemporaryDirectory(prefix="bench-download-") as name:
            sources = [one.resolve() for one in arguments.files]
            server = Server(Path(name) / "server", arguments.nginx, sources, tls, arguments.port + tls)
            try:
                bench = Bench(arguments, Path(name), server)
                if tls or "http" in wanted:
                    large_files(bench, arguments.rounds, tls)
                if not tls and "gap" in wanted:
                    longest_gap(bench, arguments.rounds)
                if not tls and "slow" in wanted:
                    slow_disk(bench)
                if not tls and "many" in wanted:
                    many_files(bench, 20_000)
            finally:
                server.stop()
                shutil.rmtree(Path(arguments.out or name) / "out", ignore_errors=True)


if __name__ == "__main__":
    main()
