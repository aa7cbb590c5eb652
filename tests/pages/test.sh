#!/bin/sh
# The pages in a real browser: those of a study, all that pages can hold, and a study full of markup;
# and reading by hand, in JupyterLab.
#
#     tests/pages/test.sh [STUDY]         what it makes is in outputs/
set -eu
cd "$(dirname "$0")/../.."
study=${1:-putin-aims}
run=.venv/bin/closereading
made=outputs/test-pages
node=tests/pages/node.sh

tests/pages/install.sh
rm -rf "$made"
CHROMIUM=$($node tests/pages/browser.mjs --at-hand)
export CHROMIUM
case $CHROMIUM in
*/chromium/unpacked/*) pdf= ;; # the one from npm prints for DevTools alone
*) pdf=--pdf ;;
esac
$run run "$study" --single-file $pdf
.venv/bin/python tests/pages/sample.py "$made/sample" --hostile
$run run "$(.venv/bin/python tests/pages/hostile.py "$made/study")" --out "$made/hostile" --single-file

status=0
for sign in ${pdf:+/StructTreeRoot /Outlines '/Lang (en)'}; do
    grep -aqF "$sign" "outputs/$(basename "$study")"/*-report.pdf || { echo "The PDF has no $sign"; status=1; }
done
$node tests/pages/faulty.mjs || status=1
$node tests/pages/check.mjs "outputs/$(basename "$study")" || status=1
$node tests/pages/check.mjs "$made/sample" --hostile --brief || status=1
for folder in "$made"/hostile/*/; do
    $node tests/pages/check.mjs "$folder" --hostile --brief || status=1
done
$node tests/pages/annotator.mjs "$made/annotator" || status=1
exit $status
