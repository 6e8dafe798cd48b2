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
mkfifo "$out/sql"
sqlite3 "$records" <"$out/sql" >/dev/null &
others=$!
exec 4>"$out/sql"
echo 'begin immediate;' >&4
wait_for '^score: ' 200
waited=0
until grep -q 'has held the records' "$errors"; do
    [ $waited -lt 60 ] || fail "nothing was said of the records that another program holds"
    waited=$((waited + 1))
    sleep 1
done
kept=$(grep -c '^recording: ' "$log" || true) # as a file, meanwhile
picture 1-held
exec 4>&- # which ends who held them
waited=0
until [ "$(grep -c '^recording: ' "$log" || true)" -gt "$kept" ]; do
    [ $waited -lt 100 ] || fail "the run is not saved though the records are free"
    waited=$((waited + 1))
    sleep 0.5
done
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
