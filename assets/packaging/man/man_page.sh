#!/bin/sh
# Prints a man page in scdoc's language: NAME.scd with its line OPTIONS replaced by what the program's --help says of
# each flag and subcommand, so that the page cannot lag behind the program.
#   sh assets/packaging/man/man_page.sh NAME PROGRAM
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=$1
program=$2

subcommands() { # [WORD...]
    "$program" "$@" --help | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p'
}
summary() { "$program" "$@" --help | sed -n '1{s/[\\_*#]/\\&/g;p;}'; }
chapter() { # WORD...: a subcommand, and those below it
    printf '## %s\n\n%s\n\n' "$*" "$(summary "$@")"
    "$program" "$@" --help | awk -f "$here/options.awk"
    for below in $(subcommands "$@"); do
        chapter "$@" "$below"
    done
}

sed '/^OPTIONS$/,$d' "$here/$name.scd"
echo "# OPTIONS"
echo
"$program" --help | awk -f "$here/options.awk"
commands=$(subcommands)
if [ -n "$commands" ]; then
    echo "# COMMANDS"
    echo
    for command in $commands; do
        chapter "$command"
    done
fi
sed '1,/^OPTIONS$/d' "$here/$name.scd"
