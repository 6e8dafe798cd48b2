#!/bin/sh
# A short drill with another device than the mouse, from its own wire to the result card, the recording verified. The
# device is a program that writes a person's strokes as that device's bytes.
#   device_drill.sh serial|osc|pen|touch TACTUS TACTUS_SIM FAKE_DEVICE OUTPUT_FOLDER
set -eu
kind=$1
tactus=$2
tactus_sim=$3
fake_device=$4
out=$5
here=$(dirname "$0")
. "$here/person.sh"

# An X server whose pen and touch screen are sockets; needs root and the packages of install_packages.sh tests.
start_input_screen() {
    if [ "$(id -u)" -ne 0 ] || [ ! -e /usr/lib/xorg/modules/input/inputtest_drv.so ]; then
        echo "not run: Xorg with its inputtest driver needs root and xserver-xorg-core"
        exit 77
    fi
    input_device() {
        printf 'Section "InputDevice"\n Identifier "test %s"\n Driver "inputtest"\n Option "SocketPath" "%s"\n' "$1" "$out/$1"
        shift
        printf ' Option %s\n' "$@"
        echo EndSection
    }
    {
        cat <<CONF
Section "ServerFlags"
 Option "AutoAddDevices" "false"
EndSection
Section "Device"
 Identifier "card"
 Driver "dummy"
 VideoRam 65536
EndSection
Section "Monitor"
 Identifier "monitor"
 HorizSync 5-200
 VertRefresh 5-200
 Modeline "1280x720" 74.5 1280 1344 1472 1664 720 723 728 748
EndSection
Section "Screen"
 Identifier "screen"
 Device "card"
 Monitor "monitor"
 DefaultDepth 24
 SubSection "Display"
  Depth 24
  Modes "1280x720"
  Virtual 1280 720
 EndSubSection
EndSection
Section "ServerLayout"
 Identifier "layout"
 Screen "screen"
 InputDevice "test pen"
 InputDevice "test touch"
EndSection
CONF
        input_device pen '"DeviceType" "PointerAbsoluteProximity"' '"PointerHasPressure" "true"'
        input_device touch '"DeviceType" "Touch"' '"TouchCount" "10"'
    } >"$out/x.conf"
    Xorg -displayfd 3 -config "$out/x.conf" -logfile "$out/x.log" -noreset -sharevts -novtswitch -nolisten tcp \
        3>"$out/display" 2>"$out/x.txt" &
    server=$!
    waited=0
    until [ -s "$out/display" ] && [ -S "$out/touch" ]; do
        [ $waited -lt 100 ] || fail "Xorg did not start"
        waited=$((waited + 1))
        sleep 0.1
    done
    DISPLAY=":$(cat "$out/display")"
    export DISPLAY
    unset WAYLAND_DISPLAY
}

start_device() {
    "$fake_device" "$@" >"$out/device.txt" 2>&1 &
    device=$!
    others="$others $device"
}

# The mouse stays where the load cell is to press, and moves along with its strokes.
stroke_by_mouse() {
    awk 'function go(s) { printf "mousemove %d %d\nsleep 0.03\n", 593 + 128 * s - 24 * s * s, 471 - 356 * s + 106 * s * s }
        BEGIN { for (i = 0; i <= 100; i++) go(i / 100) }' | xdotool -
}

drill="$here/short_drill.toml"
source=measured
case "$kind" in
serial)
    start_screen
    start_device serial "$out/cell"
    start_program --setting half --drill "$drill" --scale "$out/cell"
    ;;
osc)
    start_screen
    start_program --setting half --drill "$drill" --osc-listen 127.0.0.1:9471 --osc-send 127.0.0.1:9472
    start_device osc 9471 9472
    ;;
pen | touch)
    start_input_screen
    source=mapped
    start_program --setting half --drill "$drill"
    ;;
esac
sleep 2
xdotool mousemove 593 471
wait_for '^run: ' 240 space
case "$kind" in
pen | touch) start_device "$kind" "$out/$kind" ;;
esac

began=$(date +%s)
pulled=""
while ! grep -q '^score: ' "$log"; do
    kill -0 "$program" 2>/dev/null || fail "tactus ended during the drill"
    [ $(($(date +%s) - began)) -lt 400 ] || fail "the drill did not end"
    if [ "$kind" = serial ]; then
        stroke_by_mouse
        if [ -z "$pulled" ] && [ $(($(date +%s) - began)) -gt 7 ]; then # pulled out in mid-drill, and plugged in again
            kill "$device"
            wait_for '^paused: load cell on ' 20
            picture 1-pulled-out
            start_device serial "$out/cell"
            pulled=yes
        fi
    else
        sleep 1
    fi
    [ -n "$(find "$out" -name '2-*.png')" ] || [ $(($(date +%s) - began)) -le 6 ] || picture 2-stroking
done
sleep 1
picture 3-result
[ "$kind" != serial ] || [ -n "$pulled" ] || fail "the load cell was never pulled out"
[ "$kind" != osc ] || grep -q reported "$out/device.txt" || fail "no report went out over OSC"
quit_from_card
verify "$source"
echo "$(grep '^force: ' "$log"); $(grep '^score: ' "$log"); pictures in $out"
