#!/bin/sh
# What making the samples needs beyond reading them: Pango for Thai line breaking, npm for the fonts, Thai fonts.
set -eu
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-thai-tlwg fonts-dejavu-core"
has_npm() { command -v npm >/dev/null 2>&1; }
has_npm || packages="$packages npm"  # an npm from elsewhere clashes with Debian's
has_npm && fc-list 2>/dev/null | grep -q Laksaman && ldconfig -p | grep -q libpangoft2 && exit 0
sh "$(dirname "$0")/apt.sh" $packages && exit 0
echo "Making samples needs Pango, npm and fonts: apt-get install $packages" >&2
exit 2
