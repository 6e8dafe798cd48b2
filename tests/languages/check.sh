#!/bin/sh
# Every catalogue is sound and has every sentence that a kiosk's visitor reads, placeholders included.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh "$root/assets/languages/extract.sh" "$folder/tactus.pot"
failed=0
for language in de fr es; do
    catalogue="$root/assets/languages/$language.po"
    msgfmt --check --output-file=/dev/null "$catalogue" || failed=1
    msgcmp "$catalogue" "$folder/tactus.pot" || { # names each sentence that is missing
        echo "$catalogue: sentences are missing; run sh assets/languages/extract.sh --merge and translate them" >&2
        failed=1
    }
    for mark in n value name; do
        lost=$(msgconv --no-wrap "$catalogue" | awk -v mark="{$mark}" '
            /^msgid / { wanted = index($0, mark) > 0; words = $0 }
            /^msgstr / && wanted && index($0, mark) == 0 { print words }')
        [ -z "$lost" ] || { echo "$catalogue: {$mark} is lost in: $lost" >&2; failed=1; }
    done
done
echo "$(grep -c '^msgid "..*"$\|^msgid ""$' "$folder/tactus.pot") sentences"
exit $failed
