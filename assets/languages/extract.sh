#!/bin/sh
# Every sentence that a kiosk's visitor reads, as a template for translators: words marked in the code, what a client
# says, and the demo's drill.
#   sh assets/languages/extract.sh OUT.pot    writes the template
#   sh assets/languages/extract.sh --merge    brings the catalogues beside this file up to it; new sentences stay empty
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"

# TOML texts as xgettext can read them, with the file and the line they come from.
texts_of() { # FILE KEYS
    sed -nE "/^($2) = \"/{=;s/^[a-z_]+ = (\"([^\"\\\\]|\\\\.)*\").*/\1/p}" "$1" |
        while read -r line && read -r words; do
            printf '#line %s "%s"\ntr(%s)\n' "$line" "$1" "$words"
        done
}

template() {
    {
        texts_of assets/drills/kiosk.toml 'name|instruction'
        texts_of assets/phrases/english.toml '[a-z_]+'
    } >"$folder/texts.c"
    find engine/ui engine/app -name '*.cpp' | LC_ALL=C sort >"$folder/sources"
    options='--from-code=UTF-8 --package-name=Tactus --add-comments=For --sort-by-file --add-location=file'
    # shellcheck disable=SC2086 # one word an option
    xgettext $options --language=C++ --keyword=tr --keyword=translated_later --files-from="$folder/sources" \
        --output="$folder/code.pot"
    # shellcheck disable=SC2086
    xgettext $options --language=C --keyword=tr --output="$folder/texts.pot" "$folder/texts.c"
    msgcat --use-first --to-code=UTF-8 "$folder/code.pot" "$folder/texts.pot" |
        sed 's/charset=CHARSET/charset=UTF-8/; /^"POT-Creation-Date/d' >"$1"
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if [ "${1:-}" = --merge ]; then
    template "$folder/tactus.pot"
    for catalogue in assets/languages/*.po; do
        msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file "$catalogue" "$folder/tactus.pot"
    done
else
    template "${1:?usage: extract.sh OUT.pot | --merge}"
fi
