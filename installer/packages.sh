# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Debian 12 packages by purpose, and how they get installed. Sourced by run-from-source and tests/run.

packages_build=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-base-dev-tools libqt6svg6-dev libgl-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev libssl-dev zlib1g-dev libsimdjson-dev libpcre2-dev
    libexpected-dev libcpp-httplib-dev
)
packages_run=(
    libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n libsecret-1-0 fonts-dejavu-core ca-certificates
)
packages_test=(
    git clang clang-format clang-tidy lld libvalijson-dev openssl curl python3-jwcrypto
    dbus dbus-x11 gnome-keyring libsecret-tools
    xvfb xauth xdotool openbox at-spi2-core python3-pyatspi imagemagick procps
)

# install_missing PACKAGE... : installs what dpkg does not know yet; needs root or sudo only then.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are needed, and this is no Debian: ${missing[*]}" >&2
        return 1
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Please install these packages as root, then run this again:" >&2
            echo "  apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} packages from Debian: ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
