#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The viewer in a real window, through the accessibility bus, by keyboard alone and without a practice: find by path, follow
a reference into another file and come back, jump to a problem, go to an id, mark a line. Under a minute.

    viewer_journey.py BIN_DIR [PICTURE_DIR]
"""
import json
import os
import time

from desktop import Journey, travel

BAD_LINE = 151


def write_run(folder):
    os.makedirs(folder)
    with open(os.path.join(folder, "001.Patient.ndjson"), "w") as file:
        for number in reversed(range(100)):  # Patient/77 stands in line 23
            file.write(json.dumps({"resourceType": "Patient", "id": str(number), "active": True}) + "\n")
    with open(os.path.join(folder, "002.Observation.ndjson"), "w") as file:
        for number in range(200):
            line = json.dumps({"resourceType": "Observation", "id": "o%d" % number, "status": "final",
                               "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4"}]},
                               "subject": {"reference": "Patient/%d" % (number % 100)}})
            file.write((line[:-1] if number + 1 == BAD_LINE else line) + "\n")


class ByKeyboard(Journey):
    """No practice, no mouse."""

    def focused(self):
        """The name of what has the focus."""
        for acc in self.app.find_all():
            if "focused" in self.app.states(acc) and self.app.role(acc) not in ("frame", "window"):
                return acc.name or self.app.role(acc)
        return ""

    def tab_to(self, name):
        """Tab leads everywhere: at most one round."""
        for _ in range(40):
            if self.focused().startswith(name):
                return
            self.session.key("Tab")
            time.sleep(0.05)
        raise AssertionError("Tab does not lead to %r" % name)

    def line(self, number):
        return self.see("^Line %d$" % number)


def way(journey):
    run = os.path.join(journey.folder, "run")
    write_run(run)
    journey.start("--open", run)
    session, see = journey.session, journey.see
    journey.line(1)
    see("200 lines")
    journey.say("the run is open")
    session.key("ctrl+f")
    session.type("subject.reference ends /77")
    see("reads like a question")
    journey.tab_to("Search by path")
    session.key("space")
    session.key("ctrl+f", "Return")
    journey.line(78)
    see("1 of 2")
    session.key("F3")
    journey.line(178)
    journey.say("found by path")
    session.key("ctrl+f", "Escape")
    session.key("ctrl+Return")
    journey.line(23)
    see("Active")
    journey.say("the reference leads to Patient/77 in the other file")
    session.key("alt+Left")
    journey.line(178)
    see("Observation")
    journey.say("and back")
    session.key("F8")
    journey.line(BAD_LINE)
    see("Not valid JSON from byte")
    journey.say("the problem is shown")
    session.key("ctrl+l")
    session.type("o5")
    session.key("Return")
    journey.line(6)
    session.key("ctrl+l", "Escape", "ctrl+b")
    session.key("Home", "ctrl+End")
    journey.line(200)
    session.key("F2")
    journey.line(6)
    journey.say("gone to by id, marked and found again")


if __name__ == "__main__":
    travel(way, kind=ByKeyboard, keyring=False)
