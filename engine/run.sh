#!/bin/sh
# Installs what is missing, builds the release and starts Tactus; arguments go to the program.
# Without a display it says so and renders the demo session to a PNG.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build="$root/build/release"

sh "$root/engine/install_packages.sh"

log="$root/build/run.log"
mkdir -p "$root/build"
quietly() { # what a build says matters only when it fails
    "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}
if [ ! -f "$build/build.ninja" ]; then
    echo "Configuring..." >&2
    (cd "$root" && quietly cmake --preset release -DTACTUS_TESTS=OFF -DTACTUS_SERVER=OFF)
fi
if ! ninja -C "$build" -n tactus tactus-sim 2>/dev/null | grep -q 'no work to do'; then
    echo "Building (a few minutes the first time)..." >&2
fi
quietly ninja -C "$build" tactus tactus-sim
tactus="$build/engine/tactus"

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    for argument in "$@"; do
        case "$argument" in
        --screenshot* | --frames* | --health | --help | -h | --version) exec "$tactus" "$@" ;;
        esac
    done
    picture="$root/build/tactus-demo.png"
    echo "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): rendering the demo session to a picture instead." >&2
    exec "$tactus" --screenshot "$picture" --scene stroke
fi
exec "$tactus" "$@"
