#!/bin/sh
# Chromium: a test opens the drawn pages in it. Nothing else needs it.
set -eu
is_ready() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

is_ready >/dev/null && exit 0
sh "$(dirname "$0")/apt.sh" chromium && is_ready >/dev/null && exit 0
echo "Chromium is not installed and could not be installed from here; the tests that need it are left out." >&2
exit 1
