#!/usr/bin/env bash
# Options and help.
. "$(dirname "$0")/checks.sh"

haetae() {
    "$HAETAE_TOP/haetae" "$@"
}

every_command_has_help() {
    local command
    for command in up down status logs start stop restart kill doctor test bench problem; do
        [[ $(haetae "$command" --help) == *"usage: haetae $command"* ]] || return 1
    done
}

help_names_every_command() {
    local command all
    all=$(haetae --help) || return 1
    for command in up down status logs start stop restart kill doctor test bench problem; do
        [[ $all == *"$command"* ]] || return 1
    done
}

# What the script needs before it looks for docker.
mkdir "$HAETAE_HOME/bin"
for tool in readlink dirname cat; do
    ln -s "$(command -v "$tool")" "$HAETAE_HOME/bin/"
done

check 'every command has --help' every_command_has_help
check '--help names every command' help_names_every_command
check 'no command is a usage error' ends 2 '--help' haetae
check 'an unknown command is a usage error' ends 2 "no command 'frobnicate'" haetae frobnicate
check 'an unknown option is a usage error' ends 2 "no option '--frobnicate'" haetae up --frobnicate
check 'an unknown option of down is a usage error' ends 2 "no option '--frobnicate'" haetae down --frobnicate
check 'an unknown option of bench is a usage error' ends 2 "no option 'frobnicate'" haetae bench frobnicate
check 'rounds are a number' ends 2 "not 'many'" haetae bench runner many
check 'rounds of starts are a number' ends 2 "not 'many'" haetae bench startup many
check 'the bench of imports takes nothing more' ends 2 "not 'many'" haetae bench import many
check 'an unknown service is a usage error' ends 2 "no service 'mysql'" haetae restart mysql
check 'a problem command has to be named' ends 2 'needs a command' haetae problem
check 'a package has to be named' ends 2 'needs a package' haetae problem verify
check 'a package has to be there' ends 1 "no package '/nowhere'" haetae problem verify /nowhere
check 'a new problem has to have a place' ends 2 'needs a directory' haetae problem new
check 'a problem to export has to be named' ends 2 'needs the slug' haetae problem export ../etc
check 'an unknown option of problem import is a usage error' ends 2 "no option '--frobnicate'" haetae problem import --frobnicate
check 'a service has to be named' ends 2 'needs a service' haetae kill
check 'a choice of containers needs docker' ends 1 'There is no docker here' env PATH="$HAETAE_HOME/bin" "$BASH" "$HAETAE_TOP/haetae" up --docker
check 'a port that is none is refused' ends 1 'HAETAE_PORT' env HAETAE_PORT=80808 "$HAETAE_TOP/haetae" doctor
check 'services cannot be started before the first up' ends 1 'run ./haetae up' haetae start api
check 'status is 3 when nothing runs' ends 3 '' haetae status
check 'down is 0 when nothing runs' ends 0 '' haetae down

# on_a_terminal WORD… → what a function of the launcher says there.
on_a_terminal() {
    SHELL=$BASH script --quiet --return --command "$(declare -f "$1"); $*" /dev/null </dev/null | tr -d '\r'
}

check 'a terminal gets colours' equal coloured "$(unset NO_COLOR && on_a_terminal colours)"
check 'a terminal gets none where NO_COLOR is set' equal plain "$(NO_COLOR=1 on_a_terminal colours)"
check 'a pipe gets no colours' equal plain "$(colours)"
