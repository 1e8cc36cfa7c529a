#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The assistant in real windows, through the accessibility bus, with a real gnome-keyring: it is left in the middle, the
program is killed and started again, and every step and every station of the parties' check list is found as it was.

    onboarding_journey.py BIN_DIR [PICTURE_DIR]
"""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from journey import PRACTICE, Journey, drive, kill  # noqa: E402

STEPS = ("Environment", "Key pair", "Endpoint", "Client registration", "Connection", "Group", "Types and launch",
         "Review and hand over")
STATION = "Practice activated the app"
NOTE = "asked by phone"


def steps(journey):
    """Every step of the rail as a screen reader hears it."""
    return [journey.see("^%s: " % step).name for step in STEPS]


def stations(journey):
    """The parties' check list on the page "Client registration", without the ages, which go on."""
    rows = journey.app.find_all(name_re=r"^[^:]+: (to do|under way|waiting|done|failed|out of date)\. ")
    return sorted({row.name.split(".")[0] for row in rows})


def go_to(journey, step):
    journey.app.click(acc=journey.see("^%s: " % step))


def restart(journey, when):
    kill(journey, when)
    journey.start()
    tab = journey.app.wait_for(lambda: journey.app.find(role="page tab", name="Set-up"), 30, "the page of the set-up")
    journey.app.do(tab)


def begin(journey):
    journey.press("Try the built-in sandbox")
    journey.fill("Name of the practice, as you call it", PRACTICE)
    journey.press("Continue")
    journey.see("System keychain")
    journey.press("Generate the key pair", 60)
    journey.see("Copy JWKS", 60)
    journey.press("Continue")
    journey.press("Use this endpoint")
    journey.app.do(journey.see("^%s: " % STATION))
    journey.press("Copy the message")
    journey.see("^%s: waiting" % STATION)
    note = journey.app.get(role="text", name_re="^Note, for|^Note on", timeout=30)
    journey.app.focus(note)
    journey.session.type(NOTE)
    journey.session.key("Tab")
    journey.see("^%s: waiting.*%s" % (STATION, NOTE))
    journey.say("a station waits for the practice")


def is_found_as_it_was(journey):
    before, asked = steps(journey), stations(journey)
    assert len(asked) >= 8, asked
    assert any(name.startswith("Key pair: done") for name in before), before
    restart(journey, "in the middle of the assistant")
    go_to(journey, "Client registration")
    journey.see("^%s: waiting.*%s" % (STATION, NOTE))
    assert steps(journey) == before, (before, steps(journey))
    assert stations(journey) == asked, (asked, stations(journey))
    journey.say("every step is as it was")


def main():
    bin_dir = sys.argv[1]
    pictures = sys.argv[2] if len(sys.argv) > 2 else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="onboarding.") as folder, \
            drive.Session(size="1280x900", wm="openbox", keyring=True, workdir=os.path.join(folder, "session")) as session:
        journey = Journey(session, bin_dir, os.path.join(folder, "home"), pictures)
        journey.start()
        begin(journey)
        is_found_as_it_was(journey)
        unnamed = journey.app.unnamed()
        assert not unnamed, "controls without an accessible name: %r" % unnamed
    print("onboarding journey: every step seen")


if __name__ == "__main__":
    main()
