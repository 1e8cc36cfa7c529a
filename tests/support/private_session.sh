#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program in a D-Bus session of its own, with a keyring in one of the states a person's machine may be
# in. Nothing of the caller's session, home or keyring is seen or touched.
#
#   private_session.sh works|locked|prompt|no-collection|no-service|no-bus PROGRAM [ARGUMENT…]
#
# "prompt" is locked with a display, so that the keyring asks to be unlocked. The keyring's password is
# "waybill". The state is in WAYBILL_TEST_KEYRING for the program.
set -eu

start_daemon() { # "unlock" makes or opens the login keyring; without it a keyring stays locked
    if [ "${1:-}" = unlock ]; then
        # Byte for byte: a newline would become part of the password.
        printf '%s' waybill | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    else
        gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 &
    fi
    daemon=$!
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
        string:org.freedesktop.secrets >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || { echo "private_session: the keyring daemon did not come up" >&2; exit 1; }
        sleep 0.05
    done
}

stop_daemon() {
    [ -z "$daemon" ] || { kill "$daemon" 2>/dev/null && wait "$daemon" || true; }
    daemon=
}

if [ "$1" = --inside ]; then
    variant=$2
    shift 2
    daemon=
    trap stop_daemon EXIT
    case $variant in
    works) start_daemon unlock ;;
    locked | prompt) start_daemon unlock; stop_daemon; start_daemon ;;
    no-collection) start_daemon ;;
    no-service) ;;
    *) echo "private_session: unknown state '$variant'" >&2; exit 2 ;;
    esac
    status=0
    "$@" || status=$?
    exit $status
fi

variant=$1
home=$(mktemp -d "${TMPDIR:-/tmp}/waybill-session.XXXXXX")
display=
tidy() {
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    rm -rf "$home"
}
trap tidy EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
    XDG_CACHE_HOME="$home/cache" WAYBILL_TEST_KEYRING="$variant"
status=0
if [ "$variant" = no-bus ]; then
    shift
    "$@" || status=$?
    exit $status
fi
services=
if [ "$variant" = prompt ]; then
    mkfifo "$home/display"
    Xvfb -displayfd 5 -screen 0 1024x768x24 -nolisten tcp -noreset 5>"$home/display" >/dev/null 2>&1 &
    display=$!
    read -r number <"$home/display"
    export DISPLAY=":$number" GDK_BACKEND=x11 NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory
    mkdir "$home/services"
    printf '[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/usr/libexec/gcr-prompter\n' \
        >"$home/services/prompter.service"
    services="<servicedir>$home/services</servicedir>"
fi
# A bus without the system's service files: nothing is started behind our back.
cat >"$home/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=$home/run</listen><auth>EXTERNAL</auth>
$services
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
END
dbus-run-session --config-file="$home/bus.conf" -- "$0" --inside "$@" || status=$?
exit $status
