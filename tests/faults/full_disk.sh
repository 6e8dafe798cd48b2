#!/bin/sh
# The disk is full from the middle of a run on: it goes on, is kept in memory with a sentence, and is saved, graded, once
# there is room.
#   full_disk.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/run.sh"
mount -t tmpfs -o size=2m tmpfs "$out/data" 2>/dev/null || {
    echo "skipped: a tmpfs cannot be mounted here"
    exit 77
}
unmount() {
    cleanup
    umount -l "$out/data"
}
trap unmount EXIT

start_screen
begin_run
until_put_down
dd if=/dev/zero of="$out/data/ballast" bs=64k 2>/dev/null || true
dd if=/dev/zero of="$out/data/crumbs" bs=1k 2>/dev/null || true
sleep 2
import -window root "$out/1-full.png" 2>/dev/null || true
wait_for '^score: ' 200
grep -q 'disk is full' "$errors" || fail "nothing was said of the full disk"
! grep -q '^recording: ' "$log" || fail "it says that it saved the run"
sleep 1
import -window root "$out/2-not-kept.png" 2>/dev/null || true
rm "$out/data/ballast" "$out/data/crumbs"
wait_for '^recording: ' 200
sleep 1
picture 3-kept
close_window
practice '\(slow machine\)*' # nothing of the disk's
[ -z "$(ls "$out/data/running")" ] || fail "the run is saved and yet still there as interrupted"
echo "$(grep '^score: ' "$log"); pictures in $out"
