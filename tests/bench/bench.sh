#!/bin/sh
# Measures speed and memory against the usual tools over the same files in the same run, and prints ratios.
# Runs from the top of the tree.
#   BUILD=DIR           where the programs are (build)
#   BENCH_REPEATS=N     how often each command runs (3); a ratio is the median of those of each round
#   BENCH_PARTS="…"     some of: receive memory check papers documents scale (all)
#   BENCH_PAGES=N       scanned pages a unit, 300 KB each, of 13 units (140: 550 MB)
#   BENCH_SMALL=N BENCH_LARGE=N   pages of the bundles whose peak memory is compared (170: 50 MB, 3450: 1 GB)
# Everything is made below TMPDIR (15 GB) and removed at the end.  The exit status is 1 when a goal is missed.
set -eu
LC_ALL=C.UTF-8 TZ=UTC; export LC_ALL TZ
build=${BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac
bin=$build/bin rules=$build/share/anjuan/rules/extract
repeats=${BENCH_REPEATS:-3} parts=${BENCH_PARTS:-receive memory check papers documents scale}
pages=${BENCH_PAGES:-140} small=${BENCH_SMALL:-170} large=${BENCH_LARGE:-3450}
units=13 jobs=$(nproc) tree=$PWD

dir=$(mktemp -d "${TMPDIR:-/tmp}/anjuan-bench.XXXXXX")
# shellcheck disable=SC2317 # called by the trap
finish() {
  chmod -R u+w "$dir" && rm -rf "$dir"
}
trap finish EXIT
trap 'exit 130' INT TERM
cd "$dir"
mkdir times rows

# ---- measuring ----

# Memory that a virtual machine has never touched costs it several times what it costs afterwards, whoever writes to it; touched
# beforehand, it costs every program the same.
touch_memory() {
  head -c 700M /dev/zero | tail -c 700M > last
  : > last
}

# measure NAME COMMAND: runs the command once more, and adds "seconds kilobytes processor-seconds" to times/NAME.
measure() {
  status=0
  from=$(date +%s%N)
  env time -f '%M %U %S' -o peak sh -c "$2" > last 2>&1 || status=$?
  to=$(date +%s%N)
  case $status in 0 | 1 | 4) ;; *) cat last >&2; echo "bench: status $status of: $2" >&2; exit 1 ;; esac
  tail -n 1 peak | awk -v ns="$((to - from))" '{ printf "%.3f %d %.2f\n", ns / 1e9, $1, $2 + $3 }' >> "times/$1"
  # shellcheck disable=SC2046,SC2183 # three words
  printf '%-18s %9s s %9s KB %7s s of processors  $ %s\n' "$1" $(tail -n 1 "times/$1") "$2"
}

# ratio TITLE NAME OTHER COLUMN GOAL [FACTOR]: a line of the table; a goal of "-" is none.  The ratio is divided by FACTOR (sizes that differ).
ratio() {
  paste -d ' ' "times/$2" "times/$3" | awk -v c="$4" -v f="${6:-1}" '{ if ($(c + 3) > 0) print $c / $(c + 3) / f, $c, $(c + 3) }' | sort -n |
    awk -v title="$1" -v goal="$5" '{ line[NR] = $0 } END {
      split(line[int((NR + 1) / 2)], v, " ")
      verdict = goal == "-" ? "" : v[1] <= goal ? "ok" : "over"
      printf "%-52s %10s %10s %8.3f %6s  %s\n", title, v[2], v[3], v[1], goal, verdict }' >> rows/all
}

# absolute TITLE VALUE GOAL UNIT: the same for a figure of its own.
absolute() {
  awk -v title="$1" -v value="$2" -v goal="$3" -v unit="$4" 'BEGIN {
    printf "%-52s %10s %10s %8s %6s  %s\n", title, value, unit, "", goal, value <= goal ? "ok" : "over" }' >> rows/all
}

# median: the middle one of the numbers on its input, the lower of two.
median() {
  sort -n | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'
}

# seconds_of NAME [OTHER]: the median of the rounds' seconds, or of their sums.
seconds_of() {
  other=${2:+times/$2}
  paste -d ' ' "times/$1" "${other:-/dev/null}" | awk '{ print $1 + $4 }' | median
}

make_season() { # NAME UNITS PAGES [OPTION]...
  name=$1 count=$2 scans=$3
  shift 3
  (cd "$tree" && "$bin/anjuan-samples" --units "$count" --pages "$scans" --page-kb 300 --first-round "$@" -o "$dir/$name") > last
}

packages_of() { # SEASON
  find "$PWD/$1/submissions" -name '*.zip' -size +1000k | sort
}

each_round() { # FUNCTION
  round=0
  while [ "$round" -lt "$repeats" ]; do
    round=$((round + 1))
    "$1"
  done
}

# ---- receiving and whole runs, of bundles whose scans are stored and of such as Windows writes, deflated ----

run_round() {
  for kind in stored deflated; do
    # A new folder each time: what was deleted just before slows some file systems down.
    new=$kind-$round
    mkdir "unpack-$new" "season-$new"
    cp -al "$kind/submissions" "$kind/season.xml" "season-$new/"
    cp -R "$kind/reference" "season-$new/"
    side_by_side="xargs -P $jobs -I {} sh -c" # as the front command: as many units as there are processors
    sync
    measure "unzip-tq-$kind" "while read -r zip; do unzip -tq \"\$zip\"; done < $kind.list"
    touch_memory
    measure "receive-$kind" "$side_by_side '$bin/anjuan-unpack --season $kind/season.xml --store unpack-$new/store -o unpack-$new/\$(basename {}).xml --jobs $jobs {}' < $kind.list"
    touch_memory
    measure "run-$kind" "$bin/anjuan run season-$new"
    measure "unchanged-$kind" "$bin/anjuan run season-$new"
  done
  mkdir "unzip-$round" "bsdtar-$round"
  touch_memory
  measure unzip-q "while read -r zip; do unzip -qo \"\$zip\" -d unzip-$round; done < stored.list"
  touch_memory
  measure bsdtar-x "while read -r zip; do bsdtar -x -f \"\$zip\" -C bsdtar-$round; done < stored.list"
}

part_receive() {
  make_season stored "$units" "$pages"
  make_season deflated "$units" "$pages" --deflate-scans
  for kind in stored deflated; do
    packages_of "$kind" > "$kind.list"
    echo "bench: $(wc -l < $kind.list) units, scans $kind, $(du -smL $kind/submissions | cut -f 1) MB, $jobs processors"
  done
  each_round run_round
  for kind in stored deflated; do
    ratio "receiving / unzip -tq (s), $kind" "receive-$kind" "unzip-tq-$kind" 1 0.7
    ratio "cold run / unzip -tq (s), $kind" "run-$kind" "unzip-tq-$kind" 1 2.0
    # The same of processors' time: what other programs run meanwhile changes this less.
    ratio "cold run / unzip -tq (s of processors), $kind" "run-$kind" "unzip-tq-$kind" 3 -
    ratio "unchanged run / cold run (s), $kind" "unchanged-$kind" "run-$kind" 1 0.02
  done
  ratio 'receiving / unzip -q (s), stored' receive-stored unzip-q 1 -
  ratio 'receiving / bsdtar -x (s), stored' receive-stored bsdtar-x 1 -
  # One row of a table changes: one unit is checked again.
  touch before
  LC_ALL=C sed -i '3 s/,2016-09-26,/,2016-09-27,/' season-stored-1/reference/cases.csv
  "$bin/anjuan" run season-stored-1 > last 2>&1 || [ $? -eq 4 ]
  again=$(find season-stored-1/work/units -name unit.xml -newer before | wc -l)
  [ "$again" -gt 0 ] || again=none # then nothing was measured
  absolute 'one changed row: units checked again' "$again" 1 units
}

# ---- memory ----

memory_round() {
  for size in small large; do
    zip=$(packages_of "one-$size")
    one="--season one-$size/season.xml --store one-$size/store-$round"
    measure "unpack-$size" "$bin/anjuan-unpack $one -o one-$size/inventory.xml '$zip'"
    measure "scan-$size" "$bin/anjuan-scan $one -o one-$size/scans.xml one-$size/inventory.xml"
    measure "extract-$size" "$bin/anjuan-extract --rules $rules --store one-$size/store-$round -o one-$size/casefiles.xml one-$size/inventory.xml"
  done
}

part_memory() {
  make_season one-small 1 "$small" --one-bundle
  make_season one-large 1 "$large" --one-bundle
  echo "bench: bundles of $small and $large pages, $(du -smL one-small/submissions | cut -f 1) and $(du -smL one-large/submissions | cut -f 1) MB"
  round=1
  memory_round
  # Equal within noise: page tables, allocator and the records themselves, which name every page.
  for stage in unpack scan extract; do
    ratio "$stage: peak of large / small bundle (KB)" "$stage-large" "$stage-small" 2 1.25
  done
}

# ---- checking one county's package ----

# another_report KIND: what the county has in hand changes in one document.
another_report() {
  report=$(find "$PWD/handed-$1/" -name '自评报告*')
  printf '%s' "$round" >> "$report"
}

# pack KIND ZIP: what the county has in hand as one ZIP; the case files in it stay as they are, or are packed once more, as Windows does.
pack() {
  [ "$1" = packed ] && method=deflate || method=store
  rm -f "$2"
  (cd "handed-$1" && bsdtar -c -f "$dir/$2" --format zip --options "zip:compression=$method" -- *)
}

# read_last_night KIND NAME: a season NAME that has read the county's package, which lies in its submissions/.
read_last_night() {
  cp -R "county-$1/reference" "county-$1/season.xml" "$2/"
  sleep 3 # files of folders younger than two seconds are read again
  "$bin/anjuan" run "$2" > last 2>&1 || [ $? -eq 4 ]
}

check_round() {
  measure check-unzip "unzip -tq '$zip'"
  touch_memory
  measure check "$bin/anjuan check '$zip'"
  another_report folder
  measure check-again "$bin/anjuan check --season night-folder --unit C001 'night-folder/submissions/$folder'"
  for kind in stored deflated packed; do
    another_report "$kind"
    pack "$kind" "again-$kind/$folder.zip"
    sync
    measure "check-unzip-$kind" "unzip -tq 'again-$kind/$folder.zip'"
    measure "check-again-$kind" "$bin/anjuan check --season night-$kind --unit C001 'again-$kind/$folder.zip'"
  done
}

part_check() {
  make_season county-stored 1 500
  make_season county-deflated 1 500 --deflate-scans
  ln -s county-deflated county-packed
  zip=$(packages_of county-stored)
  folder=$(basename "$zip" .zip)
  mkdir -p "night-folder/submissions/$folder"
  ln -s "night-folder/submissions/$folder" handed-folder
  bsdtar -x -f "$zip" -C handed-folder
  read_last_night stored night-folder
  for kind in stored deflated packed; do
    mkdir -p "night-$kind/submissions" "handed-$kind" "again-$kind"
    bsdtar -x -f "$(packages_of "county-$kind")" -C "handed-$kind"
    pack "$kind" "night-$kind/submissions/$folder.zip"
    read_last_night "$kind" "night-$kind"
  done
  echo "bench: a package of $(du -sm "$zip" | cut -f 1) MB"
  each_round check_round
  ratio 'check of one package / unzip -tq (s)' check check-unzip 1 2.0
  ratio 'again, folder, one file replaced / unzip -tq (s)' check-again check-unzip 1 0.2
  ratio 'again, ZIP (stored), one replaced / unzip -tq (s)' check-again-stored check-unzip-stored 1 0.2
  ratio 'again, ZIP (deflated), one replaced / unzip -tq (s)' check-again-deflated check-unzip-deflated 1 0.2
  ratio 'again, ZIP (case files deflated), one replaced / unzip -tq (s)' check-again-packed check-unzip-packed 1 0.2
}

# ---- a case file of hundreds and of thousands of papers ----

# many_papers NAME COPIES: a season NAME, run once, whose unit has each document of one case file so many times more.
many_papers() {
  make_season "$1" 1 0
  zip=$(find "$1/submissions" -name '第001县.zip')
  mkdir -p "$1/unzipped"
  bsdtar -x -f "$zip" -C "$1/unzipped"
  rm "$zip"
  mv "$1/unzipped" "${zip%.zip}"
  find "${zip%.zip}" -name '行政处罚案卷1.zip' | while read -r inner; do
    mkdir "${inner%.zip}"
    bsdtar -x -f "$inner" -C "${inner%.zip}"
    rm "$inner"
  done
  find "${zip%.zip}/案卷/行政处罚案卷1" -name '*.docx' > paper.list
  copy=0
  while [ "$copy" -lt "$2" ]; do
    copy=$((copy + 1))
    while read -r paper; do ln "$paper" "${paper%.docx}$copy.docx"; done < paper.list
  done
  "$bin/anjuan" run "$1" > last 2>&1 || [ $? -eq 4 ]
}

papers_round() {
  for size in few many; do
    from="papers-$size/work/units/C001"
    mkdir -p "checked-$size"
    measure "papers-$size" "$bin/anjuan-check --season papers-$size/season.xml --output checked-$size $from/inventory.xml $from/scans.xml $from/casefiles.xml"
  done
}

part_papers() {
  many_papers papers-few 66
  many_papers papers-many 396
  for size in few many; do
    echo "bench: a case file of $(find papers-$size/submissions -path '*/行政处罚案卷1/*.docx' | wc -l) documents"
  done
  each_round papers_round
  ratio 'check of six times the papers in one case file' papers-many papers-few 1 2 6
}

# ---- documents ----

# big_document RUNS FILE: one document of so many runs, a hundred a paragraph.
big_document() {
  mkdir -p big/word big/_rels
  cat > 'big/[Content_Types].xml' << 'XML'
<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
XML
  cat > big/_rels/.rels << 'XML'
<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
XML
  awk -v runs="$1" 'BEGIN {
    print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    printf "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>调查询问笔录</w:t></w:r></w:p>"
    for (i = 1; i <= runs; i++) {
      if (i % 100 == 1) printf "<w:p>"
      printf "<w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>当事人第%d次称，</w:t></w:r>", i
      if (i % 100 == 0) printf "</w:p>"
    }
    print "</w:body></w:document>" }' > big/word/document.xml
  (cd big && bsdtar -a -c -f "../$2.zip" '[Content_Types].xml' _rels word)
  mv "$2.zip" "$2"
}

# shellcheck disable=SC2016 # the inner shell expands it
documents_round() {
  measure documents-docx2txt 'for f in documents/*.docx; do docx2txt "$f" -; done'
  measure documents-pandoc 'for f in documents/*.docx; do pandoc -f docx -t plain "$f"; done'
  measure documents-text "$bin/anjuan extract --text documents/*.docx"
  measure documents-fields "$bin/anjuan extract --format csv documents/*.docx"
  for times in 1 2 4 8; do
    measure "big-$times" "$bin/anjuan extract --text big-$times.docx"
  done
}

part_documents() {
  make_season papers 1 0
  mkdir papers/all documents
  find papers/submissions -name '*.zip' -exec bsdtar -x -f {} -C papers/all \;
  find papers/all -name '*.zip' | while read -r zip; do mkdir "$zip.d" && bsdtar -x -f "$zip" -C "$zip.d"; done
  find papers/all -name '*.docx' | sort | awk '{ printf "%s\t%03d.docx\n", $0, NR }' | while IFS="$(printf '\t')" read -r from to; do cp "$from" "documents/$to"; done
  for times in 1 2 4 8; do
    big_document "$((50000 * times))" "big-$times.docx"
  done
  echo "bench: $(find documents -name '*.docx' | wc -l) documents, and one of up to 400,000 runs"
  each_round documents_round
  for what in text fields; do
    ratio "extract ($what) / docx2txt (s)" "documents-$what" documents-docx2txt 1 0.2
    ratio "extract ($what) / pandoc (s)" "documents-$what" documents-pandoc 1 0.05
  done
  for times in 2 4 8; do
    ratio "a document $times times as long, time a character (s)" "big-$times" big-1 1 1.25 "$times"
  done
}

# ---- a province: 3,000 units, 21,000 case files, 200,000 case rows, 6,000 candidates ----

# scale_tables NAME UNITS: tables and the units' records; the maker itself gives each unit thirteen case rows.
scale_tables() {
  mkdir -p "$1/units" "$1/tables"
  make_season "$1/season" "$2" 0 --tables-only --case-rows "$(($2 * 161 / 3))"
  awk -v count="$2" -v dir="$1/units" -f "$tree/tests/bench/units.awk" pattern/work/units/C001/unit.xml
}

scale_round() {
  for size in third whole; do
    measure "tables-$size" "$bin/anjuan-tables --season scale-$size/season/season.xml -o scale-$size/tables scale-$size/season/reference"
    score="$bin/anjuan-score --season scale-$size/season/season.xml --tables scale-$size/tables/tables.xml"
    measure "score-$size" "$score -o scale-$size/scores.xml scale-$size/units/C*.xml"
  done
  measure tried-whole "$score --alternatives -o scale-whole/tried.xml scale-whole/units/C*.xml"
}

# each_tried: seconds for each way that was tried, above those of scoring alone.
each_tried() {
  awk -v tried="$(seconds_of tried-whole)" -v alone="$(seconds_of score-whole)" \
    -v ways="$(grep -c '<alternative' scale-whole/tried.xml)" 'BEGIN { printf "%.3f\n", (tried - alone) / ways }'
}

part_scale() {
  make_season pattern 1 30
  "$bin/anjuan" run pattern > last 2>&1 || [ $? -eq 4 ]
  scale_tables scale-third 1000
  scale_tables scale-whole 3000
  echo "bench: $(find scale-whole/units -name '*.xml' | wc -l) units, $(wc -l < scale-whole/season/reference/cases.csv) case rows"
  each_round scale_round
  absolute 'tables and score of 3,000 units (s)' "$(seconds_of tables-whole score-whole)" 4 s
  absolute 'peak of tables (MiB)' "$(sort -n -k 2 times/tables-whole | awk 'END { print int($2 / 1024) }')" 512 MiB
  absolute 'peak of score (MiB)' "$(sort -n -k 2 times/score-whole | awk 'END { print int($2 / 1024) }')" 512 MiB
  absolute 'trying one assumed value another way (s)' "$(each_tried)" 1 s
  for stage in tables score; do
    ratio "$stage of three times the rows, time a row (s)" "$stage-whole" "$stage-third" 1 1.25 3
  done
}

# ---- all of it ----

for part in $parts; do
  "part_$part"
done
printf '\n%-52s %10s %10s %8s %6s\n' "median of $repeats" value base ratio goal
cat rows/all
! grep -q ' over$' rows/all
