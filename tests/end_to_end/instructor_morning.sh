#!/bin/sh
# A morning at a school as mouse, keys and clipboard give it: a class is pasted, a drill frozen and opened as an exam;
# two students take it, one asks for review; the instructor looks at the second in question, ticks, rates, sets a grade
# with a reason, takes an act back, writes the gradebook and the reports. Checked in the database and in the files.
#   instructor_morning.sh TACTUS TACTUS_SIM DRILL.toml OUTPUT_FOLDER
set -eu
tactus=$1
tactus_sim=$2
drill=$3
out=$4
. "$(dirname "$0")/person.sh"
command -v xclip >/dev/null || { echo "xclip is missing: see engine/install_packages.sh tests" >&2; exit 77; }

class() {
    command=$1
    shift
    "$tactus_sim" class "$command" --data "$out/data" "$@"
}

# A quarter of a minute of strokes is made a shorter one: what is looked at here is what comes before and after.
sed 's/duration_s = 16/duration_s = 5/' "$drill" >"$out/exam-strokes.toml"

# said TEXT: the desk did it.
said() {
    wait_for "^desk: $1" 30
    sleep 0.5
}

start_screen
click_rest=0.7

# The class.
printf '\357\273\277First name,Last name,ID number\nAna,Cruz,S-1\nBen,Ode,S-2\nAna,Cruz,S-3\n' >"$out/wrong.csv"
printf 'Ana Cruz\tS-1\r\nBen Ode\tS-2\r\n\r\n"Chi, Dee"\t=1+1\r\n' >"$out/class.txt"
start_program --setting half --mode instructor --drill "$out/exam-strokes.toml"
sleep 2
picture 1-instructor
click 256 252 # classes and exams
sleep 1
click 1004 643 # the instructor's name
xdotool type --delay 40 'Ms. Fox'
click 265 566 # a class
xdotool type --delay 40 '2B'
xdotool key Return
said 'class 2B'
click 520 210 # its students
click 260 350
xdotool type --delay 15 "$out/wrong.csv"
xdotool key Return
said '1 complaint about the roster'
picture 2-complaint
xclip -selection clipboard -quiet "$out/class.txt" >/dev/null 2>&1 &
others="$others $!"
sleep 0.5
xdotool key ctrl+v
said 'looks at 3 students'
picture 3-pasted
click 1040 643
said '3 students joined 2B'
xdotool key Escape
sleep 1
picture 4-class
click 690 210 # a new exam
sleep 1
xdotool mousemove 300 400 key Page_Down key Page_Down key Page_Down key Page_Down
sleep 0.5
click 300 559 # the last of the list
picture 5-order
click 1040 643 # freeze and open
said 'exam .* is open'
picture 6-open
xdotool key Escape
sleep 1
quit_from_card
exam=$(class exams --json | sed -n 's/^ *"id": "\(.*\)",$/\1/p')
class list | grep -q '^2B: 3 students$' || fail "the class is not in the records"

# take_exam NAME LIFT: from the home screen, strokes with LIFT notches more of force. A station that is too slow for it
# grants another attempt, which is taken then.
take_exam() {
    start_program --setting half --profile "$1"
    wait_for "^student: $1\$" 30
    sleep 1.5
    for attempt in 1 2 3; do
        picture "7-home-of-$3"
        click 1096 168 # the exam
        sleep 1
        picture "8-brief-of-$3"
        xdotool key space
        wait_for "^exam: Short strokes, attempt $attempt\$" 60
        xdotool mousemove 593 471
        # 3-2-1, then it runs.
        sleep 5
        for notch in $(seq "$2"); do xdotool click 4; done
        xdotool mousedown 1
        awk 'BEGIN { for (i = 0; i <= 75; i++) printf "mousemove %d %d\nsleep 0.04\n", 593 + i, 471 - 3 * i }' | xdotool -
        xdotool mouseup 1
        waited=0
        until [ "$(grep -c '^handed in: ' "$log")" -ge "$attempt" ]; do
            [ $waited -lt 90 ] || fail "the run of $1 did not end"
            waited=$((waited + 1))
            sleep 0.5
        done
        sleep 1
        ! grep -q '^handed in: Short strokes$' "$log" || return 0
        xdotool key Escape
        sleep 2
    done
    fail "this computer is too slow for an exam"
}

take_exam 'Ana Cruz' 2 ana
picture 9-card
xdotool key q
sleep 1
xdotool type --delay 30 'My hand did not leave the back'
picture 10-ask
xdotool key Return
wait_for '^review asked: ' 20
quit_from_card
take_exam 'Ben Ode' 4 ben
quit_from_card
class reviews | grep -q 'Ana Cruz, Short strokes at .*My hand did not leave the back' || fail "the review is not asked"

# The instructor again.
start_program --setting half --mode instructor
sleep 2
click 256 316 # review requests
sleep 1
picture 11-reviews
click 500 172
wait_for '^replay: ' 60
sleep 2
picture 12-replay
xdotool key Escape
sleep 1.5
click 1105 172 # mark
sleep 1
picture 13-marking
click 282 340
xdotool type --delay 30 'It did, for a moment'
xdotool key Return
said 'answered'
for y in 185 223 262 300 338; do
    click 713 "$y"
done
click 775 376 # the last row: no
click 600 581
xdotool type --delay 30 'Hasty'
click 640 535 # borderline
said 'rated borderline: Hasty'
click 873 185
xdotool type --delay 40 '82'
click 1000 185
xdotool type --delay 30 'The clock stood still'
click 1120 185
said 'grade set to 82: The clock stood still'
picture 14-marked
xdotool key ctrl+Return # approved, and on to Ben
said 'approved'
for y in 185 223 262 300 338 376; do
    click 713 "$y"
done
click 751 535 # clear pass
said 'rated clear pass'
xdotool key ctrl+Return
sleep 1.5
picture 15-gradebook
xdotool key ctrl+z
said 'taken back: approved'
picture 16-taken-back
click 830 642 # all that are ready
sleep 1
click 1100 642
said 'gradebook: '
click 975 642
said 'report: '
picture 17-written
xdotool key Escape
sleep 1
xdotool key Escape
sleep 1
quit_from_card

table=$(sed -n 's/^desk: gradebook: //p' "$log")
report=$(sed -n 's/^desk: report: //p' "$log")
grep -q '^S-1,Ana Cruz,2B,82.00,[0-9.]*,[0-9.]*,1,"approved, pass, override"' "$table" || fail "Ana's row is wrong"
grep -q '^S-2,Ben Ode,2B,[0-9.]*,[0-9.]*,[0-9.]*,1,"approved, ' "$table" || fail "Ben's row is wrong"
grep -q "^'=1+1," "$table" || fail "a number could be taken for a formula"
class gradebook 2B >"$out/again.csv"
cmp -s "$table" "$out/again.csv" || fail "the file and the records differ"
grep -q 'Borderline regression' "$report" || fail "the report has no pass mark"
! grep -q '<script' "$report" || fail "the report holds a script"
class trail "$exam" >"$out/trail.txt"
grep -q 'Ms. Fox  grade set to 82: The clock stood still$' "$out/trail.txt" || fail "the override has no trail"
grep -q 'approved  (taken back)$' "$out/trail.txt" || fail "the act that was taken back is not in the trail"
[ "$(grep -c 'ticked' "$out/trail.txt")" -eq 11 ] || fail "not every tick is an event"
class report "$exam" --student 'Ana Cruz' --out "$out/ana.html"
grep -q 'answers: It did, for a moment' "$out/ana.html" || fail "the answer is not in her report"
class reviews | grep -q 'no reviews' || fail "a review still waits"
cat "$table"
echo "pictures in $out"
