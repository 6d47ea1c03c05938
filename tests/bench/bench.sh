#!/bin/sh
# Measures speed as ratios: the programs and the usual unpackers over the same archives in the same run.
# Runs from the top of the tree.
#   BUILD=DIR           where the programs are (build)
#   BENCH_REPEATS=N     how often each command runs; the median counts (3)
#   BENCH_PAGES=N       scanned pages a unit, 300 KB each, of 13 units (140: 550 MB)
#   BENCH_SMALL=N BENCH_LARGE=N   pages of the bundles whose peak memory is compared (170: 50 MB, 3450: 1 GB)
# Everything is made below TMPDIR and removed at the end.  The exit status is 1 when a goal is missed.
set -eu
LC_ALL=C.UTF-8 TZ=UTC; export LC_ALL TZ
build=${BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac
bin=$build/bin
repeats=${BENCH_REPEATS:-3} pages=${BENCH_PAGES:-140} small=${BENCH_SMALL:-170} large=${BENCH_LARGE:-3450}
units=13 jobs=$(nproc) tree=$PWD

dir=$(mktemp -d "${TMPDIR:-/tmp}/anjuan-bench.XXXXXX")
# shellcheck disable=SC2317 # called by the trap
finish() {
  chmod -R u+w "$dir" && rm -rf "$dir"
}
trap finish EXIT
trap 'exit 130' INT TERM
cd "$dir"
mkdir times out

# measure NAME COMMAND: runs the command once more, and adds "seconds kilobytes" to times/NAME.
measure() {
  sync
  status=0
  env time -f '%e %M' -o times/last sh -c "$2" > out/last 2>&1 || status=$?
  case $status in 0 | 4) ;; *) cat out/last >&2; echo "bench: status $status of: $2" >&2; exit 1 ;; esac
  tail -n 1 times/last >> "times/$1"
  printf '%-16s %8s s  $ %s\n' "$1" "$(tail -n 1 times/last | cut -d ' ' -f 1)" "$2"
}

# median NAME COLUMN
median() {
  sort -n -k "$2,$2" "times/$1" | awk -v column="$2" '{ value[NR] = $column } END { print value[int((NR + 1) / 2)] }'
}

make_season() { # NAME UNITS PAGES [OPTION]
  made=$1 made_units=$2 made_pages=$3
  shift 3
  (cd "$tree" && "$bin/anjuan-samples" --units "$made_units" --pages "$made_pages" --page-kb 300 --first-round "$@" -o "$dir/$made") > out/last
}

# ---- speed ----
echo "bench: $units units of $pages pages"
make_season season "$units" "$pages"
find "$PWD/season/submissions" -name '*.zip' -size +1000k | sort > archives
echo "bench: $(wc -l < archives) archives, $(du -smL season/submissions | cut -f 1) MB, $jobs processors"

each="xargs -P $jobs -I {} sh -c" # as the front command: as many units side by side as there are processors
i=0
while [ "$i" -lt "$repeats" ]; do
  i=$((i + 1))
  # A new folder each time: what was deleted just before slows some file systems down.
  mkdir "unpack-$i" "unzip-$i" "bsdtar-$i" "season-$i"
  cp -al season/submissions season/reference season/season.xml "season-$i/"
  measure unzip-tq "while read -r zip; do unzip -tq \"\$zip\"; done < archives"
  measure receive "$each '$bin/anjuan-unpack --season season/season.xml --store unpack-$i/store -o unpack-$i/\$(basename {}).xml --jobs $jobs {}' < archives"
  measure unzip-q "while read -r zip; do unzip -qo \"\$zip\" -d unzip-$i; done < archives"
  measure bsdtar-x "while read -r zip; do bsdtar -x -f \"\$zip\" -C bsdtar-$i; done < archives"
  measure run-cold "$bin/anjuan run season-$i"
  measure run-unchanged "$bin/anjuan run season-$i"
done

# ---- memory ----
for size in small large; do
  case $size in small) count=$small ;; large) count=$large ;; esac
  make_season "one-$size" 1 "$count" --one-bundle
  zip=$(find "$PWD/one-$size/submissions" -name '*.zip' -size +1000k)
  one="--season one-$size/season.xml --store one-$size/store"
  echo "bench: one bundle of $count pages, $(du -smL one-$size/submissions | cut -f 1) MB"
  measure "unpack-$size" "$bin/anjuan-unpack $one -o one-$size/inventory.xml '$zip'"
  measure "scan-$size" "$bin/anjuan-scan $one -o one-$size/scans.xml one-$size/inventory.xml"
  measure "extract-$size" "$bin/anjuan-extract --rules $build/share/anjuan/rules/extract --store one-$size/store -o one-$size/casefiles.xml one-$size/inventory.xml"
done

# ---- the table ----
over=0
row() { # TITLE NAME OTHER COLUMN [GOAL]
  awk -v title="$1" -v value="$(median "$2" "$4")" -v base="$(median "$3" "$4")" -v goal="${5:-}" 'BEGIN {
    ratio = base > 0 ? value / base : 0
    verdict = goal == "" ? "" : ratio <= goal ? "ok" : "over"
    printf "%-44s %10s %10s %8.3f %6s  %s\n", title, value, base, ratio, goal, verdict
    exit verdict == "over" }' || over=1
}
printf '\n%-44s %10s %10s %8s %6s\n' "median of $repeats" value base ratio goal
row 'receiving / unzip -tq (s)' receive unzip-tq 1 0.7
row 'receiving / unzip -q (s)' receive unzip-q 1
row 'receiving / bsdtar -x (s)' receive bsdtar-x 1
row 'cold run / unzip -tq (s)' run-cold unzip-tq 1 2.0
row 'unchanged run / cold run (s)' run-unchanged run-cold 1 0.02
# Equal within noise: page tables, allocator and the records themselves, which name every page.
for stage in unpack scan extract; do
  row "$stage: peak of large / small bundle (KB)" "$stage-large" "$stage-small" 2 1.25
done
exit "$over"
