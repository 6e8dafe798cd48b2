# bash completion for tactus, tactus-sim and tactus-server. Flags, choices and subcommands are asked of the program's own --help;
# ids of drills, clients and the like of `tactus-sim list`. For the rest bash offers files.

_tactus_ids() { # KIND
    command tactus-sim list "$1" 2>/dev/null | sed -n 's/^\([a-z0-9][a-z0-9_-]*\)\( .*\)\{0,1\}$/\1/p'
}

# The words that may follow the flag $1, by the help in $2; nothing where any word may.
_tactus_values() {
    case $1 in
    --drill | --client | --rubric)
        _tactus_ids "${1#--}s"
        return
        ;;
    --quality) echo ideal good fair poor novice middle expert && return ;;
    esac
    local line
    line=$(sed -n "s/^  ${1} \([^ ].*\)/\1/p" <<<"$2")
    if [[ $line =~ ^TEXT:\{([^}]*)\} ]]; then
        tr ',' '\n' <<<"${BASH_REMATCH[1]}"
    elif [[ $1 == --setting ]]; then
        echo fine standard half
    elif [[ $1 == --scene ]]; then
        tr -d ',' <<<"${line#*: }"
    fi
}

_tactus() {
    local program=$1 word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local path=() k help values
    for ((k = 1; k < COMP_CWORD; ++k)); do # the subcommand so far: words that the help above them names
        help=$(command "$program" "${path[@]}" --help 2>/dev/null)
        if sed -n '/^Subcommands:/,$p' <<<"$help" | grep -q "^  ${COMP_WORDS[k]} "; then
            path+=("${COMP_WORDS[k]}")
        else
            break
        fi
    done
    help=$(command "$program" "${path[@]}" --help 2>/dev/null)
    COMPREPLY=()
    if [[ $before == --* ]] && grep -q "^  $before \(TEXT\|INT\|UINT\|FLOAT\)" <<<"$help"; then
        values=$(_tactus_values "$before" "$help")
    elif [[ $word == -* ]]; then
        values=$(sed -n 's/^  \(-h,\)\{0,1\}\(--[a-z-]*\).*/\2/p' <<<"$help")
    else
        values=$(sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")
        case "${path[*]}" in
        list) values="drills clients conditions rubrics plans products wordings" ;;
        plan) values=$(_tactus_ids plans) ;;
        answers | cases) values=$(_tactus_ids clients) ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -o default -F _tactus tactus tactus-sim tactus-server
