#!/bin/sh
# Runs test programs one after the other; each gets a temporary folder of its own, removed afterwards.
# The last line says how many programs passed and failed; the exit status is 1 when one failed.
passed=0 failed=0 bad=
base=${TMPDIR:-/tmp}
ANJUAN_BUILD=${BUILD:-build}
case $ANJUAN_BUILD in /*) ;; *) ANJUAN_BUILD=$PWD/$ANJUAN_BUILD ;; esac
export ANJUAN_BUILD
LC_ALL=C.UTF-8 TZ=UTC; export LC_ALL TZ
for t in "$@"; do
  TMPDIR=$(mktemp -d -p "$base") || exit 1
  export TMPDIR
  printf '== %s\n' "$t"
  if "$t"; then passed=$((passed + 1)); else failed=$((failed + 1)) bad="$bad $t"; fi
  chmod -R u+w "$TMPDIR" 2>/dev/null; rm -rf "$TMPDIR"
done
[ -z "$bad" ] || printf 'failed:%s\n' "$bad"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
