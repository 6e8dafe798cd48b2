#!/bin/sh
# Installs what is missing, builds everything and runs every test; ends with ctest's own summary.
#   sh tests/run.sh              release build, all tests
#   sh tests/run.sh --sanitize   the same under the address and undefined-behaviour sanitizers
#   sh tests/run.sh -R REGEX     other arguments go to ctest
# TACTUS_LONG_TESTS=ON in the environment registers the tests that take minutes too.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=release
if [ "${1:-}" = --sanitize ]; then
    preset=sanitize
    shift
fi

sh "$root/engine/install_packages.sh" tests
cd "$root"
cmake --preset "$preset" -DTACTUS_TESTS=ON -DTACTUS_ENGINE=ON -DTACTUS_SERVER=ON \
    -DTACTUS_LONG_TESTS="${TACTUS_LONG_TESTS:-OFF}" >/dev/null
cmake --build --preset "$preset"

# The same simulation from a debug build, for the test that both give the same bits.
if [ "$preset" = release ]; then
    cmake --preset debug -DTACTUS_TESTS=OFF -DTACTUS_ENGINE=OFF -DTACTUS_SERVER=OFF >/dev/null
    cmake --build --preset debug --target tactus-sim
    TACTUS_DEBUG_SIM="$root/build/debug/sim/tactus-sim"
    export TACTUS_DEBUG_SIM
fi

exec ctest --test-dir "build/$preset" --output-on-failure --parallel "$(nproc)" "$@"
