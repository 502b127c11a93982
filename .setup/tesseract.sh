#!/bin/sh
# Tesseract with Thai and English: the second engine, which tests and bench want and reading does not need.
set -eu
languages() { tesseract --list-langs 2>/dev/null; }
is_ready() { languages | grep -qx tha && languages | grep -qx eng; }

is_ready && exit 0
sh "$(dirname "$0")/apt.sh" tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng && is_ready && exit 0
cat >&2 <<'TEXT'
Tesseract with Thai and English is not installed and could not be installed from here. Reading does not need it;
--engine tesseract, some tests and the bench do.
  Debian, Ubuntu:  sudo apt-get install tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng
  macOS:           brew install tesseract tesseract-lang
  Windows:         the installer of UB Mannheim, with the languages Thai and English
TEXT
exit 1
