#!/bin/sh
# apt.sh PACKAGE...: install system packages where apt-get and root or sudo are there; fails quietly where not.
set -eu
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo"
else
    exit 1
fi
echo "Installing system packages: $*"
export DEBIAN_FRONTEND=noninteractive
install() { $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
# The package lists of a fresh machine are empty or old.
install "$@" || { $as_root apt-get update -qq >/dev/null 2>&1 && install "$@"; }
