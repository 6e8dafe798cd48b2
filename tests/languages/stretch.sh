#!/bin/sh
# A language that is English with accents and longer by some 40 %: what a translation would clip, it clips.
#   stretch.sh OUT.mo
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh "$here/../../assets/languages/extract.sh" "$folder/tactus.pot"
sed -i 's/^"Language: .n"$/"Language: en_XA\\n"/' "$folder/tactus.pot"
msgen "$folder/tactus.pot" |
    msgfilter --keep-header --output-file="$folder/stretched.po" sed -E \
        -e 's/\{n\}/<1>/g; s/\{value\}/<2>/g; s/\{name\}/<3>/g' \
        -e 's/a/áa/g; s/e/ée/g; s/i/íi/g; s/o/óo/g; s/u/úu/g; s/n/ñ/g; s/t/tt/g' \
        -e 's/<1>/{n}/g; s/<2>/{value}/g; s/<3>/{name}/g'
msgfmt --check-format --output-file="$1" "$folder/stretched.po"
