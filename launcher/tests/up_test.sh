#!/usr/bin/env bash
# What `up` says, and leaves behind, when it cannot go on.
. "$(dirname "$0")/checks.sh"
make_home

# shellcheck disable=SC2317 # need_disk calls it
df() {
    printf 'Filesystem 1M-blocks Used Available Capacity Mounted\n/dev/disk 100 88 12 88%% /\n'
}
check 'too little disk is said with the place and the logs' \
    ends 99 "Only 12 MiB are free on the disk of $HAETAE_HOME, 300 MiB are needed; logs: $LOGS" need_disk 300
check 'enough disk is enough' need_disk 12
unset -f df

says_one_line_where_nothing_can_be_written() {
    local said
    said=$(HAETAE_HOME=/proc/nowhere "$HAETAE_TOP/haetae" up 2>&1)
    equal 'haetae: Cannot write to /proc/nowhere: name another directory by HAETAE_HOME' "$said"
}
check 'a place that cannot be written to is one line' says_one_line_where_nothing_can_be_written

# without_root COMMAND: in a shell that has the launcher's functions and is not root.
without_root() {
    local drop=()
    if ((EUID == 0)); then
        drop=(setpriv --reuid=65534 --regid=65534 --clear-groups)
        (umask 022 && mkdir -p "$HAETAE_HOME/project" && cp -r "$HAETAE_TOP/haetae" "$HAETAE_TOP/launcher" "$HAETAE_HOME/project/")
        chmod -R a+rX "$HAETAE_HOME/project"
        set -- "$1" "$HAETAE_HOME/project"
    fi
    "${drop[@]}" bash -c '. "$1/haetae"; eval "$2"' bash "${2:-$HAETAE_TOP}" "$1"
}

NEEDS_TWO='apt-get() { echo must not run >&2; }; missing_packages() { echo golang-go; echo rustc; }; need_packages c'
check 'who is not root is told what an administrator has to run' \
    ends 1 'has to run: apt-get update && apt-get install -y --no-install-recommends golang-go rustc' without_root "$NEEDS_TWO"
check 'who is not root goes on when everything is there' without_root 'missing_packages() { :; }; need_packages c'

SANDBOX_FAULT='new_log() { echo "Faulty, no namespaces"; }; HAETAE_HOME="/a home"; worker_fault'
names_the_command_that_judging_needs() {
    local said
    said=$(without_root "$SANDBOX_FAULT")
    [[ $said == *"no namespaces; an administrator has to run: sudo HAETAE_HOME='/a home' '"*"'/haetae up" ]] || { echo "$said" && return 1; }
}
check 'who is not root is told how judging can begin' names_the_command_that_judging_needs

# The home of somebody who began without being root.
starts_the_database_as_its_owner() {
    mkdir "$(postgresql_data)" && chown 65534:65534 "$(postgresql_data)" && set_as_postgres
    equal '65534 65534' "$("${AS_POSTGRES[@]}" sh -c 'echo "$(id -u) $(id -g)"')"
}
((EUID != 0)) || check "the database is its data's owner's" starts_the_database_as_its_owner

# A start of which the second part fails.
fails_half_way() {
    trap stop_what_started EXIT
    spawn sleeper sleep 60
    pid_of sleeper >"$HAETAE_HOME/sleeper"
    # shellcheck disable=SC2317 # await calls it
    failing_ready() { false; }
    spawn failing false
    await 10 failing
}

leaves_nothing_running() {
    (fails_half_way)
    equal 99 $? && ! start_time "$(cat "$HAETAE_HOME/sleeper")"
}
check 'a failed start leaves nothing running' leaves_nothing_running
