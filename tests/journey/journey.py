#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The whole journey in real windows, through the accessibility bus, with a real gnome-keyring: from the empty start to
the preview of line N and the written waybill, which `waybill-run export` then executes against the same sandbox.
`waybill` is killed with SIGKILL three times, right after the 202, while polling and in the middle of a file: each next start
goes on with the same job, and the server saw exactly one kick-off.

    journey.py BIN_DIR [PICTURE_DIR]
"""
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import drive  # noqa: E402

PRACTICE = "Elm Street Family Practice"
LINE = 12
SLOW_SANDBOX = """#!/bin/sh
exec "%s/waybill-sandbox" --patients 40 --prepare 25 --fault slow-file "$@"
"""


def slow_copy(bin_dir, folder):
    """The programs with a sandbox beside them that leaves time to be killed: 25 s to prepare, 64 KiB/s for each file."""
    copy = os.path.join(folder, "bin")
    os.makedirs(copy)
    for name in ("waybill", "waybill-run"):
        shutil.copy(os.path.join(bin_dir, name), copy)
    sandbox = os.path.join(copy, "waybill-sandbox")
    with open(sandbox, "w") as script:
        script.write(SLOW_SANDBOX % os.path.abspath(bin_dir))
    os.chmod(sandbox, os.stat(sandbox).st_mode | stat.S_IXUSR)
    return copy


class Journey:
    def __init__(self, session, bin_dir, home, pictures):
        self.session, self.bin, self.home, self.pictures = session, bin_dir, home, pictures
        self.app = None

    def start(self):
        self.app = self.session.start([os.path.join(self.bin, "waybill"), "--home", self.home], name="waybill")

    def say(self, text):
        print("  " + text, flush=True)
        if self.pictures:
            number = len(os.listdir(self.pictures)) + 1
            self.session.screenshot(os.path.join(self.pictures, "%02d.png" % number))

    def press(self, name, timeout=30):
        """A button by its name, once it is enabled; badges may follow the name."""
        def ready():
            found = self.app.find(name_re="^%s" % name.replace("(", r"\("))
            return found if found is not None and "enabled" in self.app.states(found) else None
        self.app.do(self.app.wait_for(ready, timeout, "enabled %r" % name))

    def fill(self, name, text):
        """Through the keyboard, as a person would."""
        self.app.type_into(text, acc=self.app.get(role="text", name=name, timeout=30))

    def see(self, pattern, timeout=30):
        return self.app.get(name_re=pattern, timeout=timeout)

    def choose_row(self, table_name, text):
        """A real mouse click on the row that says `text`."""
        table = self.app.get(role="table", name=table_name)

        def cell():
            rows, columns = self.app.table(table)
            for row in range(min(rows, 60)):
                for column in range(columns):
                    found = self.app.cell(table, row, column)
                    if found is not None and text in (found.name or ""):
                        return found
        self.app.click(acc=self.app.wait_for(cell, 30, "row %r" % text))


def onboard(journey):
    journey.press("Try the built-in sandbox")
    journey.fill("Name of the practice, as you call it", PRACTICE)
    journey.press("Continue")
    journey.see("System keychain")
    journey.say("the keyring is there")
    journey.press("Generate the key pair", 60)
    journey.see("Copy JWKS", 60)
    journey.say("a key pair lies in the keyring")
    journey.press("Continue")
    journey.press("Use this endpoint")
    journey.press("Register with the sandbox")
    journey.press("Save and continue", 60)
    journey.press("Check the connection", 60)
    journey.see("Connection: done", 60)
    journey.say("discovery and token are good")
    journey.press("Continue")
    journey.see("Groups of the practice")
    look = journey.app.find(name="Look for Groups")
    if look is not None:
        journey.app.do(look)
    journey.choose_row("Groups of the practice", "All active patients")
    journey.press("Use this Group")
    journey.say("the Group is chosen")
    journey.press("Choose the usual resource types")
    journey.press("Launch the export")


def until(seen, what, patience=60):
    """Looks all the time: the moments waited for are short."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = seen()
        if found:
            return found
        time.sleep(0.002)
    raise AssertionError("not within %d s: %s" % (patience, what))


def store(home, question):
    """Asks the desktop's own store, without writing to it."""
    with sqlite3.connect("file:%s?mode=ro" % os.path.join(home, "state", "waybill.sqlite"), uri=True, timeout=5) as opened:
        return opened.execute(question).fetchall()


def has_status_url(home):
    return any(json.loads(state).get("job", {}).get("statusUrl") for (state,) in store(home, "SELECT state FROM runs"))


def polls(home):
    return store(home, "SELECT count(*) FROM polls")[0][0]


def bytes_of_parts(home):
    """Of the files that are being downloaded."""
    total = 0
    for folder, _, names in os.walk(os.path.join(home, "exports")):
        for name in names:
            if name.endswith(".part"):
                try:
                    total += os.path.getsize(os.path.join(folder, name))
                except FileNotFoundError:
                    pass  # got its final name meanwhile
    return total


def only_one_kick_off(home):
    """As the server's jobs and as the desktop's runs tell."""
    with open(os.path.join(home, "sandbox.json")) as state:
        jobs = json.load(state)["jobs"]
    assert len(jobs) == 1, "the server saw %d kick-offs" % len(jobs)
    assert store(home, "SELECT count(*) FROM runs") == [(1,)], "the desktop started more than one run"


def kill(journey, when):
    os.kill(journey.app.proc.pid, signal.SIGKILL)
    journey.app.proc.wait(10)
    journey.say("killed " + when)


def kill_and_go_on(journey):
    home = journey.home
    until(lambda: has_status_url(home), "the status URL in the store")
    kill(journey, "right after the 202")
    before = polls(home)
    journey.start()
    until(lambda: polls(home) > before + 1, "two more polls")
    kill(journey, "while polling")
    journey.start()
    until(lambda: bytes_of_parts(home) > 64 * 1024, "a part of a file", 90)
    kill(journey, "in the middle of a file")
    assert bytes_of_parts(home) > 0, "no file was cut"
    journey.start()
    tab = journey.app.wait_for(lambda: journey.app.find(role="page tab", name="Export"), 30, "the page of the export")
    journey.app.do(tab)
    journey.see("Complete and verified", 180)
    journey.say("the next start finished the same job")
    only_one_kick_off(home)
    assert bytes_of_parts(home) == 0, "a part of a file was left"


def preview(journey):
    journey.press("Open in the viewer")
    field = journey.app.get(role="text", name="Go to line", timeout=30)
    journey.app.type_into(str(LINE), acc=field)
    journey.session.key("Return")
    journey.see("^Line %d" % LINE)
    journey.say("line %d and its tree" % LINE)


def hand_over(journey, parent):
    journey.app.press("Set-up", role="page tab")
    journey.app.click(acc=journey.see("^Review and hand over: "))
    journey.press("This computer's keychain")
    card = journey.see("^This computer's keychain")
    journey.app.wait_for(lambda: "checked" in journey.app.states(card), 10, "the keychain chosen for the runner")
    journey.press("Write the waybill")

    def written():
        return os.path.isdir(parent) and [name for name in os.listdir(parent)
                                          if name[0] != "." and os.path.exists(os.path.join(parent, name, "SHA256SUMS"))]
    name = journey.app.wait_for(written, 30, "the written waybill")[0]
    journey.say("the waybill is written: " + name)
    return os.path.join(parent, name)


def run_unattended(session, bin_dir, bundle, out):
    done = subprocess.run([os.path.join(bin_dir, "waybill-run"), "export", bundle, "--baseline", "--out", out, "--state",
                           os.path.join(out, "state"), "--progress", "json"], env=session.env, capture_output=True, text=True,
                          timeout=180)
    last = json.loads(done.stdout.strip().splitlines()[-1])
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    assert last["event"] == "finished" and last["outcome"] == "complete", last
    report = json.load(open(os.path.join(last["runDirectory"], "report.json")))
    assert report["outcome"] == "complete" and report["totals"], report
    return report


def main():
    bin_dir = sys.argv[1]
    pictures = sys.argv[2] if len(sys.argv) > 2 else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="journey.") as folder, \
            drive.Session(size="1280x900", wm="openbox", keyring=True, workdir=os.path.join(folder, "session")) as session:
        home = os.path.join(folder, "home")
        programs = slow_copy(bin_dir, folder)
        journey = Journey(session, programs, home, pictures)
        journey.start()
        journey.say("the window is there")
        onboard(journey)
        kill_and_go_on(journey)
        preview(journey)
        unnamed = journey.app.unnamed()
        assert not unnamed, "controls without an accessible name: %r" % unnamed
        bundle = hand_over(journey, os.path.join(home, "waybills"))
        report = run_unattended(session, programs, bundle, os.path.join(folder, "unattended"))
        journey.say("waybill-run export: complete, %s" % json.dumps(report["totals"]))
    print("journey: every step seen")


if __name__ == "__main__":
    main()
