#!/usr/bin/env bash
# Recognising and ending processes.
. "$(dirname "$0")/checks.sh"
make_home

is_ours() {
    spawn sleeper sleep 60
    equal "$!" "$(pid_of sleeper)" && runs sleeper
}

is_not_ours_with_another_start_time() {
    echo "$$ 1 $(boot_id)" >"$RUN/stranger.pid"
    ! runs stranger
}

is_not_ours_after_a_reboot() {
    echo "$$ $(start_time $$) another-boot" >"$RUN/stranger.pid"
    ! runs stranger
}

reads_a_name_with_blanks() {
    cp "$(command -v sleep)" "$HAETAE_HOME/a ) b"
    spawn odd "$HAETAE_HOME/a ) b" 60
    for _ in {1..100}; do
        [[ $(cat "/proc/$(pid_of odd)/comm") != 'a ) b' ]] || break
        sleep 0.02
    done
    [[ $(start_time "$(pid_of odd)") =~ ^[0-9]+$ ]]
    local status=$?
    terminate odd 5
    return "$status"
}

ends_in_time() {
    spawn sleeper sleep 60
    terminate sleeper 5
    ! runs sleeper && [[ ! -e $RUN/sleeper.pid ]]
}

kills_what_does_not_listen() {
    spawn stubborn bash -c 'trap "" TERM; while :; do sleep 0.1; done'
    sleep 0.3
    terminate stubborn 1
    ! runs stubborn
}

says_why_it_ended() {
    # shellcheck disable=SC2317 # await calls it
    failing_ready() { false; }
    spawn failing bash -c 'echo "ERROR no such port" >&2; exit 7'
    await 10 failing
}

check 'a process that we started is ours' is_ours
terminate sleeper 5
check 'the same pid with another start time is not ours' is_not_ours_with_another_start_time
check 'a pid from before a reboot is not ours' is_not_ours_after_a_reboot
check 'a name with blanks and parentheses is read' reads_a_name_with_blanks
check 'a process is ended' ends_in_time
check 'a process that does not listen is killed' kills_what_does_not_listen
check 'a service that dies at start is named with its last words and log' \
    ends 99 "failing ended while starting: ERROR no such port; log: $LOGS/failing.log" says_why_it_ended
