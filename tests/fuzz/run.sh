#!/bin/sh
# Builds the fuzzers and lets each look for bytes that break the promises of its reader (tests/fuzz/readers).
#   sh tests/fuzz/run.sh SECONDS [NAME...]   so long each, or those named; two at a time, behind all other work
#   sh tests/fuzz/run.sh --keep              puts what they went by, as few files as cover it, into tests/fuzz/corpus
# Ends with 1 when something was found: the bytes lie in build/fuzz/found. Put them into tests/fuzz/corpus/NAME when
# the reader is mended, so that every build reads them again. Limits: 1 s an input, 256 MB, no undefined behaviour.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build="$root/build/fuzz"
corpus="$root/tests/fuzz/corpus"
usage() { echo "usage: sh tests/fuzz/run.sh SECONDS [NAME...] | --keep" >&2; exit 2; }
[ $# -ge 1 ] || usage

compiler=""
for name in "${CXX:-}" clang++ clang++-20 clang++-19 clang++-18 clang++-17 clang++-16; do
    if [ -n "$name" ] && command -v "$name" >/dev/null && echo 'int LLVMFuzzerTestOneInput(const char*, unsigned long);
extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
        "$name" -std=c++20 -fsanitize=fuzzer -x c++ - -o /dev/null 2>/dev/null; then
        compiler=$name
        break
    fi
done
if [ -z "$compiler" ]; then
    echo "tests/fuzz/run.sh: no clang with libFuzzer is here; install clang-16 and libclang-rt-16-dev, or later ones" >&2
    exit 2
fi
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_UNITY_BUILD=ON \
    -DCMAKE_CXX_COMPILER="$compiler" -DTACTUS_FUZZ=ON >/dev/null
nice -n 19 ninja -C "$build" tactus_fuzz fuzz_seeds >"$build/build.log" || { cat "$build/build.log" >&2; exit 1; }
fuzz="$build/tests/fuzz/tactus_fuzz"

# Seeds: the assets, the test data, and what a program must make.
"$build/tests/fuzz/fuzz_seeds" "$build/work"
seed() { # NAME FILE...
    name=$1
    shift
    mkdir -p "$build/work/$name" "$build/found" "$corpus/$name"
    for file in "$@"; do
        head -c 8192 "$file" >"$build/work/$name/$(basename "$file")"
    done
}
for name in $("$fuzz" --list); do seed "$name"; done
seed client "$root"/assets/clients/*.toml
seed condition "$root"/assets/conditions/*.toml
seed drill "$root"/assets/drills/*.toml "$root"/tests/end_to_end/*.toml
seed rubric "$root"/assets/rubrics/*.toml
seed plan "$root"/assets/plans/*.toml
seed questionnaire "$root"/assets/intake/questions.toml
seed wordings "$root"/assets/intake/wordings.toml
seed products "$root"/assets/intake/products.toml
seed phrases "$root"/assets/phrases/english.toml
seed return_words "$root"/assets/phrases/weeks.toml
seed seen_sheet "$root"/assets/seen/*.toml
seed strokes "$root"/tests/data/*.csv

if [ "$1" = --keep ]; then
    for name in $("$fuzz" --list); do
        fewest="$build/fewest/$name"
        rm -rf "$fewest"
        mkdir -p "$fewest"
        "$fuzz" "--reader=$name" -merge=1 -set_cover_merge=1 -use_value_profile=0 -use_counters=0 -max_len=2048 \
            "$fewest" "$corpus/$name" "$build/work/$name" >"$build/merge-$name.log" 2>&1
        # The smallest first, until a reader has its share of the whole.
        left=30000
        ls -Sr "$fewest" | while read -r file; do
            left=$((left - $(wc -c <"$fewest/$file")))
            [ "$left" -gt 0 ] || break
            cp -n "$fewest/$file" "$corpus/$name/"
        done
    done
    du -sb "$corpus"
    exit 0
fi

# What the address sanitizer keeps of freed memory, 256 MB by default, would count as the reader's.
ASAN_OPTIONS="quarantine_size_mb=8${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export ASAN_OPTIONS

seconds=$1
shift
case "$seconds" in '' | *[!0-9]*) usage ;; esac
[ $# -gt 0 ] || set -- $("$fuzz" --list)
run_one() { # NAME
    if ! nice -n 19 "$fuzz" "--reader=$1" "$build/work/$1" "$corpus/$1" -max_total_time="$seconds" -timeout=1 \
        -rss_limit_mb=256 -max_len=8192 -artifact_prefix="$build/found/$1-" -print_final_stats=1 -verbosity=1 \
        >"$build/$1.log" 2>&1; then
        echo "$1: FOUND SOMETHING: $build/$1.log" >&2
        touch "$build/found/$1"
    fi
    echo "$1: $(sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) second.*/\1 executions in \2 s/p' "$build/$1.log")," \
        "$(find "$build/work/$1" -type f | wc -l) files"
}
rm -rf "$build/found"
mkdir -p "$build/found"
for name in "$@"; do
    run_one "$name" &
    [ -z "${before:-}" ] || wait "$before"
    before=$!
done
wait
[ -z "$(ls "$build/found")" ]
