# Makes the records of COUNT like units out of one unit's (the maker's first, C001), below DIR.  Every unit has names, document numbers
# and digests of its own, as the maker gives them to it.
function place(digits,   i, name) {
  for (i = 1; i <= length(digits); i++)
    name = name character[substr(digits, i, 1) + 1]
  return name
}
BEGIN { split("子 丑 寅 卯 辰 巳 午 未 申 酉", character, " ") }
{ line[NR] = $0 }
END {
  for (unit = 1; unit <= count; unit++) {
    digits = sprintf("%03d", unit)
    file = dir "/C" digits ".xml"
    for (i = 1; i <= NR; i++) {
      text = line[i]
      gsub(/第001/, "第" digits, text)
      gsub(/子子丑/, place(digits), text)
      gsub(/sha256="..../, sprintf("sha256=\"%04x", unit), text)
      sub(/id="C001"/, "id=\"C" digits "\"", text)
      print text > file
    }
    close(file)
  }
}
