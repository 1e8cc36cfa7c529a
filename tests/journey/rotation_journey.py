#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The change of a key in real windows (SB-032), from the first key to the retired one: the successor is published beside it,
the servers get their day, a token is granted to it, and a day later the old key leaves the set. The program is killed before
each of the two days; as nobody can wait that long, the days pass in its own record.

    rotation_journey.py BIN_DIR [PICTURE_DIR]
"""
import datetime
import json
import os
import urllib.parse
import urllib.request

from desktop import begin, connect, store, travel


def profile(journey):
    return json.loads(store(journey.home, "SELECT body FROM profiles")[0][0])


def published(journey):
    """The key IDs at the JWKS URL, as the server reads them."""
    with urllib.request.urlopen(profile(journey)["jwksUrl"], timeout=10) as answer:
        return [key["kid"] for key in json.load(answer)["keys"]]


def publish(journey):
    """The person's web server, which is the sandbox's portal here: what the page shows gets to where the JWKS URL points."""
    shown = journey.app.text(journey.app.get(role="text", name="Key set to publish", timeout=30))
    url = urllib.parse.urlsplit(profile(journey)["jwksUrl"])
    name = os.path.splitext(os.path.basename(url.path))[0]
    place = urllib.request.Request("%s://%s/portal/jwks/%s" % (url.scheme, url.netloc, name), method="PUT", data=shown.encode(),
                                   headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(place, timeout=10) as answer:
        assert answer.status == 201, answer.status


def a_day_passes(journey):
    """While the program is not running: every moment of the rotation moves 25 hours into the past."""
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(journey.home) for name in names
             if name == "onboarding.json"]
    assert len(paths) == 1, paths
    with open(paths[0]) as file:
        record = json.load(file)
    for name, value in record["rotation"].items():
        if name.endswith("At"):
            then = datetime.datetime.fromisoformat(value.replace("Z", "+00:00")) - datetime.timedelta(hours=25)
            record["rotation"][name] = then.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with open(paths[0], "w") as file:
        json.dump(record, file)


def the_next_day(journey, when):
    journey.kill(when)
    a_day_passes(journey)
    journey.start()
    journey.turn_to("Set-up")
    journey.go_to_step("Key pair")


def way(journey):
    begin(journey)
    connect(journey)
    first = profile(journey)["keyId"]
    assert published(journey) == [first]

    journey.go_to_step("Key pair")
    journey.press("Rotate the key…")
    journey.see("The successor of the key")
    journey.press("Generate the key pair")
    journey.see("Publish the new key beside the present one", 60)
    journey.press("Look at the hosted copy")
    journey.see("Publish the new key beside the present one", 60)  # it is not there yet
    publish(journey)
    journey.press("Look at the hosted copy")
    journey.see("Both keys are published", 60)
    journey.say("the successor is published, the first key signs")
    both = published(journey)
    assert len(both) == 2 and both[0] == first, both
    assert profile(journey)["keyId"] == first

    the_next_day(journey, "while the servers get their day")
    journey.press("Test the new key", 60)
    journey.see("The new key signs. The old one stays published until", 60)
    journey.say("a token was granted to the successor")
    assert profile(journey)["keyId"] == both[1]
    assert journey.app.find(name="Remove the old key") is None, "the old key may go at once"

    the_next_day(journey, "while both keys are published")
    journey.press("Remove the old key", 60)
    journey.see("Publish the set without the old key")
    publish(journey)
    journey.press("Look at the hosted copy")
    journey.see("^The old key .* is retired; the new one signs", 60)
    journey.say("the first key is retired")
    assert published(journey) == [both[1]]

    journey.go_to_step("Group")
    journey.press("Look for Groups", 60)
    journey.see("All active patients", 60)
    journey.say("with the new key alone the server answers")


if __name__ == "__main__":
    travel(way)
