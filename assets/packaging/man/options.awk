# The options of one --help of ours (CLI11's layout) in the language of scdoc.
function escaped(text) { gsub(/[\\_*~#]/, "\\\\&", text); return text }
function trimmed(text) { sub(/^ +/, "", text); sub(/ +$/, "", text); return text }
# "--threads INT:INT in [1 - 64]" -> *--threads* _INT_ (1 - 64)
function head_of(name,    words, count, k, out, rest) {
    count = split(name, words, " ")
    gsub(/,/, "*, *", words[1])
    out = "*" words[1] "*"
    rest = ""
    for (k = 2; k <= count; ++k) rest = rest " " words[k]
    rest = trimmed(rest)
    sub(/ ?REQUIRED/, " (required)", rest)
    if (sub(/Excludes: /, "(not with ", rest) + sub(/Needs: /, "(with ", rest)) rest = rest ")"
    if (match(rest, /^[A-Z]+:[A-Z]+ in \[[^]]*\]/)) {
        sub(/:[A-Z]+ in \[/, " (", rest)
        sub(/\]/, ")", rest)
    }
    sub(/^TEXT:[{]/, "{", rest)
    sub(/^TEXT:FILE/, "FILE", rest)
    gsub(/[{},]/, "|", rest)
    sub(/^\|/, "", rest)
    sub(/\|$/, "", rest)
    return out (rest == "" ? "" : " " escaped(trimmed(rest)))
}
/^(Positionals|Options):/ { listed = 1; next }
/^[^ ]/ { listed = 0 }
listed && /^  [^ ]/ {
    entry = substr($0, 3)
    if (match(entry, /  +/)) {
        name = substr(entry, 1, RSTART - 1)
        says = substr(entry, RSTART + RLENGTH)
    } else {
        name = entry
        getline says
    }
    if (name !~ /^-h,/) print head_of(trimmed(name)) "\n\t" escaped(trimmed(says)) "\n"
}
