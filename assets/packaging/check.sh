#!/bin/sh
# Checks what the packages install beside the programs: desktop entry, metainfo, icons, man pages, completion. Builds
# nothing; some seconds. The packages themselves are checked as they are made (make_debs.sh).
#   sh assets/packaging/check.sh TACTUS TACTUS_SIM [TACTUS_SERVER]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"

desktop-file-validate desktop/tactus.desktop
appstreamcli validate --no-net --pedantic desktop/tactus.metainfo.xml
for icon in desktop/tactus.svg desktop/tactus-16.svg; do
    grep -q '<svg [^>]*viewBox=' "$icon"
done

version=$("$2" --version)
fail() { echo "assets/packaging: $1" >&2; exit 1; }
grep -q "<release version=\"$version\"" desktop/tactus.metainfo.xml || fail "the metainfo has no release $version"
head -n 1 debian/changelog | grep -q "^tactus ($version) " || fail "the changelog does not begin with $version"

# scdoc refuses a page that it cannot set; every flag and subcommand must be in it.
for program in "$@"; do
    name=$(basename "$program")
    [ -f "man/$name.scd" ] || fail "man/$name.scd is missing"
    sh man/man_page.sh "$name" "$program" >"$work/$name.scd"
    scdoc <"$work/$name.scd" >"$work/$name.man"
    grep -q "^\.TH \"$name\"" "$work/$name.man" || fail "the man page of $name has no title"
    for flag in $("$program" --help | grep -o '^  --[a-z-]*'); do
        grep -q -- "$flag" "$work/$name.man" || fail "$flag is not in the man page of $name"
    done
done
bash completion/check.sh "$@"
echo "desktop entry, metainfo, man pages and completion are sound"
