#!/bin/bash
# Holds the completion against the programs: after every subcommand each flag of its --help must be offered, and
# nothing else; ends with 1 when it is not.
#   bash assets/packaging/completion/check.sh TACTUS TACTUS_SIM [TACTUS_SERVER]
set -u
here=$(dirname -- "$0")
for program in "$@"; do
    PATH="$(dirname -- "$program"):$PATH"
done
. "$here/tactus.bash"
worst=0
offered() { # WORD...: what stands before the word to complete
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _tactus "$1"
    printf '%s\n' "${COMPREPLY[@]}" | sort
}
compare() { # WHAT WANTED GOT
    [ "$2" = "$3" ] || { printf '%s: the completion offers\n%s\nbut should offer\n%s\n' "$1" "$3" "$2" >&2; worst=1; }
}
below() { # WORD...: a program and its subcommand so far
    local help flags command
    help=$("$@" --help)
    flags=$(grep -o '^  \(-h,\)\?--[a-z-]*' <<<"$help" | sed 's/.*--/--/' | sort)
    compare "$*" "$flags" "$(offered "$@" --)"
    for command in $(sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help"); do
        offered "$@" "${command:0:2}" | grep -qx -- "$command" || { echo "$* $command is not offered" >&2; worst=1; }
        below "$@" "$command"
    done
}
for program in "$@"; do
    below "$(basename -- "$program")"
done
compare "tactus --tier" "$(printf 'auto\nhigh\nlow\nmedium')" "$(offered tactus --tier '')"
compare "tactus --scene st" "stroke" "$(offered tactus --scene st)"
compare "tactus-sim run --setting" "$(printf 'fine\nhalf\nstandard')" "$(offered tactus-sim run --setting '')"
compare "tactus-sim run --drill effl" "effleurage" "$(offered tactus-sim run --drill effl)"
compare "tactus --mute --drill effl" "effleurage" "$(offered tactus --mute --drill effl)"
compare "a flag of which a file follows" "" "$(offered tactus-sim run --record '')"
compare "a flag of which nothing follows" "--json" "$(offered tactus-sim run --timing --js)"
exit "$worst"
