#!/bin/sh
# Runs test programs, TEST_JOBS of them at a time (two unless told), under the command TEST_UNDER if there is one. Each
# gets a temporary folder of its own, removed afterwards; what it prints is kept together and shown when it ends.
# The last line says how many programs passed and failed; the exit status is 1 when one failed.
LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ

if [ "${1-}" = --one ]; then # run.sh --one NOTES PROGRAM: how this calls itself
  notes=$2 program=$3
  mine=$(mktemp -d -p "$notes") || exit 255
  mkdir "$mine/tmp" || exit 255
  result=passed
  TMPDIR=$mine/tmp ${TEST_UNDER-} "$program" > "$mine/output" 2>&1 || result=failed
  {
    flock 9
    printf '== %s\n' "$program"
    cat "$mine/output"
    printf ' %s\n' "$program" >> "$notes/$result"
  } 9> "$notes/lock"
  chmod -R u+w "$mine" 2>/dev/null
  rm -rf "$mine"
  exit 0
fi

ANJUAN_BUILD=${BUILD:-build}
case $ANJUAN_BUILD in /*) ;; *) ANJUAN_BUILD=$PWD/$ANJUAN_BUILD ;; esac
export ANJUAN_BUILD
notes=$(mktemp -d) || exit 1
trap 'rm -rf "$notes"' EXIT
trap 'exit 130' INT TERM HUP
: > "$notes/passed"
: > "$notes/failed"
[ $# -eq 0 ] || printf '%s\0' "$@" | xargs -0 -n 1 -P "${TEST_JOBS:-2}" sh "$0" --one "$notes"
passed=$(wc -l < "$notes/passed") failed=$(wc -l < "$notes/failed")
failed=$((failed + $# - passed - failed)) # one that could not even be begun
[ ! -s "$notes/failed" ] || printf 'failed:%s\n' "$(tr -d '\n' < "$notes/failed")"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
