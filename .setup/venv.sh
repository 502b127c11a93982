#!/bin/sh
# venv.sh PYTHON FOLDER: a virtual environment with exactly the packages of requirements.lock.
set -eu
python=$1
folder=$2

if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed and was not found; install it (Debian, Ubuntu: apt-get install python3)." >&2
    exit 2
fi

# Debian and Ubuntu keep venv's pip in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sh "$(dirname "$0")/apt.sh" "python$version-venv" || {
        echo "Python's venv module is missing; install the package python$version-venv and run this again." >&2
        exit 2
    }
fi

if [ ! -x "$folder/bin/python" ] || ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    echo "Making the virtual environment $folder with $python"
    rm -rf "$folder"
    "$python" -m venv "$folder"
fi
echo "Installing the locked packages (once, about a minute)"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
