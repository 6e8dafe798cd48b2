#!/bin/sh
# Another program holds the records when a run ends: it is kept with a sentence, and saved, graded, once they are free.
# Then the records lie where nothing may be written: one sentence, and no crash.
#   locked_records.sh TACTUS TACTUS_SIM OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
out=$3
. "$(dirname "$0")/run.sh"
records="$out/data/records.db"

start_screen
begin_run
until_put_down
{
    echo 'begin immediate;'
    sleep 600
} | sqlite3 "$records" &
holder=$!
others=$holder
wait_for '^score: ' 200
waited=0
until grep -q 'has held the records' "$errors"; do
    [ $waited -lt 60 ] || fail "nothing was said of the records that another program holds"
    waited=$((waited + 1))
    sleep 1
done
! grep -q '^recording: ' "$log" || fail "it says that it saved the run"
picture 1-held
pkill -P "$holder" 2>/dev/null || true
kill "$holder" 2>/dev/null || true
pkill -f "sqlite3 $records" || true
others=""
wait_for '^recording: ' 200
sleep 1
picture 2-kept
close_window
practice '\(slow machine\)*' # nothing of the records'
[ -z "$(ls "$out/data/running")" ] || fail "the run is saved and yet still there as interrupted"

if mount --bind "$out/data" "$out/data" 2>/dev/null && mount -o remount,bind,ro "$out/data" 2>/dev/null; then
    code=0
    timeout 60 "$tactus" --data "$out/data" --frames 30 --size 1280x720 >"$out/read-only.txt" 2>"$out/read-only-said.txt" ||
        code=$?
    umount "$out/data"
    [ $code -lt 124 ] || fail "on a folder that cannot be written it ended with $code"
    [ "$(wc -l <"$out/read-only-said.txt")" -ge 1 ] || fail "nothing was said of a folder that cannot be written"
    cat "$out/read-only-said.txt"
fi
echo "$(grep '^score: ' "$log"); pictures in $out"
