#!/bin/sh
# Tesseract with Thai and English, the reader that needs a system package.
set -eu
languages() { tesseract --list-langs 2>/dev/null; }
is_ready() { languages | grep -qx tha && languages | grep -qx eng; }

is_ready && exit 0
sh "$(dirname "$0")/apt.sh" tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng && is_ready && exit 0
cat >&2 <<'TEXT'
Tesseract with Thai and English is not installed and could not be installed from here; scans cannot be read without it.
  Debian, Ubuntu:  sudo apt-get install tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng
  macOS:           brew install tesseract tesseract-lang
  Windows:         the installer of UB Mannheim, with the languages Thai and English
Everything that reads no scans works without it.
TEXT
exit 1
