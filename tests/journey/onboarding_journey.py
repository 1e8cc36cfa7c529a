#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The assistant in real windows, through the accessibility bus, with a real gnome-keyring: it is left in the middle, the
program is killed and started again, and every step and every station of the parties' check list is found as it was.

    onboarding_journey.py BIN_DIR [PICTURE_DIR]
"""
from desktop import begin, travel

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


def ask_the_practice(journey):
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
    journey.kill("in the middle of the assistant")
    journey.start()
    journey.turn_to("Set-up")
    journey.go_to_step("Client registration")
    journey.see("^%s: waiting.*%s" % (STATION, NOTE))
    assert steps(journey) == before, (before, steps(journey))
    assert stations(journey) == asked, (asked, stations(journey))
    journey.say("every step is as it was")


def way(journey):
    begin(journey)
    ask_the_practice(journey)
    is_found_as_it_was(journey)


if __name__ == "__main__":
    travel(way)
