#!/bin/sh
# Checks the sources with clang-tidy by the rules of .clang-tidy; ends with 1 when it finds something.
#   sh tests/tidy.sh             every source file, some seconds each
#   sh tests/tidy.sh FILE.cpp... these; headers are checked with the sources that include them
set -eu
cd "$(dirname -- "$0")/.."
if ! command -v clang-tidy >/dev/null; then
    echo "tests/tidy.sh: clang-tidy is missing; install the package clang-tidy" >&2
    exit 2
fi
# Configured anew each time, which takes a second, so that new files are known to it; without precompiled headers,
# so that it sees what a file includes itself.
cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Release -DTACTUS_TESTS=ON -DTACTUS_ENGINE=ON \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null

if [ $# -eq 0 ]; then
    set -- $(sed -n "s|^ *\"file\": \"$(pwd)/\(.*\.cpp\)\".*|\1|p" build/tidy/compile_commands.json | sort -u)
fi
worst=0
for file in "$@"; do
    # What it says on standard error counts the warnings of system headers.
    if ! clang-tidy -p build/tidy --quiet "$file" 2>build/tidy/said; then
        grep -v -e ' warnings\{0,1\} generated' -e 'treated as errors' build/tidy/said >&2 || true
        worst=1
    fi
done
exit "$worst"
