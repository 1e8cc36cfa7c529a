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
import stat
import subprocess

from desktop import begin, connect, store, travel, until

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


def onboard(journey):
    begin(journey)
    connect(journey)
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


def kill_and_go_on(journey):
    home = journey.home
    until(lambda: has_status_url(home), "the status URL in the store")
    journey.kill("right after the 202")
    before = polls(home)
    journey.start()
    until(lambda: polls(home) > before + 1, "two more polls")
    journey.kill("while polling")
    journey.start()
    until(lambda: bytes_of_parts(home) > 64 * 1024, "a part of a file", 90)
    journey.kill("in the middle of a file")
    assert bytes_of_parts(home) > 0, "no file was cut"
    journey.start()
    journey.turn_to("Export")
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
    journey.turn_to("Set-up")
    journey.go_to_step("Review and hand over")
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


def way(journey):
    journey.bin = slow_copy(journey.bin, journey.folder)
    onboard(journey)
    kill_and_go_on(journey)
    preview(journey)
    journey.every_control_has_a_name()
    bundle = hand_over(journey, os.path.join(journey.home, "waybills"))
    report = run_unattended(journey.session, journey.bin, bundle, os.path.join(journey.folder, "unattended"))
    journey.say("waybill-run export: complete, %s" % json.dumps(report["totals"]))


if __name__ == "__main__":
    travel(way)
