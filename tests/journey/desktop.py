# SPDX-License-Identifier: Apache-2.0
"""What every journey has: a private desktop, the program in it, and a person's few moves."""
import os
import signal
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import drive  # noqa: E402

PRACTICE = "Elm Street Family Practice"


class Journey:
    """One desktop with one home; every program of it is the real one."""

    def __init__(self, session, bin_dir, folder, pictures):
        self.session, self.bin, self.folder, self.pictures = session, bin_dir, folder, pictures
        self.home = os.path.join(folder, "home")
        self.app = None

    def start(self, *more):
        self.app = self.session.start([os.path.join(self.bin, "waybill"), "--home", self.home, *more], name="waybill")

    def kill(self, when):
        os.kill(self.app.proc.pid, signal.SIGKILL)
        self.app.proc.wait(10)
        self.say("killed " + when)

    def every_control_has_a_name(self):
        unnamed = self.app.unnamed()
        assert not unnamed, "controls without an accessible name: %r" % unnamed

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

    def turn_to(self, page):
        """A page of the practice; right after a start it takes a moment to be there."""
        tab = self.app.wait_for(lambda: self.app.find(role="page tab", name=page), 30, "the page %r" % page)
        self.app.do(tab)

    def go_to_step(self, step):
        self.app.click(acc=self.see("^%s: " % step))

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


def travel(way, kind=Journey, keyring=True):
    """BIN_DIR [PICTURE_DIR] of the command line; goes the way, then asks every control on the screen for its name."""
    pictures = sys.argv[2] if len(sys.argv) > 2 else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    with tempfile.TemporaryDirectory(prefix=name + ".") as folder, \
            drive.Session(size="1280x900", wm="openbox", keyring=keyring, workdir=os.path.join(folder, "session")) as session:
        journey = kind(session, os.path.abspath(sys.argv[1]), folder, pictures)
        way(journey)
        journey.every_control_has_a_name()
    print("%s: every step seen" % name)


def begin(journey):
    """From the empty start to a key pair in the keyring and the endpoint of the built-in sandbox."""
    journey.start()
    journey.say("the window is there")
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


def connect(journey):
    journey.press("Register with the sandbox")
    journey.press("Save and continue", 60)
    journey.press("Check the connection", 60)
    journey.see("Connection: done", 60)
    journey.say("discovery and token are good")


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
