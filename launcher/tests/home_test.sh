#!/usr/bin/env bash
# What logs, doctor and down do with a home.
. "$(dirname "$0")/checks.sh"

# A home with everything in it that `up` makes, and nothing that runs.
make_whole_home() (
    use_home "$1"
    make_home
    make_secrets
    PORT=([api]=8080)
    save_ports
    mkdir -p "$HAETAE_HOME"/{postgresql,rabbitmq,redis,worker,app,tmp}
    touch "$HAETAE_HOME"/{languages,lock,imported/hello}
    touch "$LOGS/haetae.log"
    echo 'from the API' >"$LOGS/api.log"
    echo 'from the worker' >"$LOGS/worker.log"
)
SYSTEM=$HAETAE_HOME/system
make_whole_home "$SYSTEM"

haetae() {
    HAETAE_HOME=$SYSTEM "$HAETAE_TOP/haetae" "$@"
}

shows_one_log() {
    local said
    said=$(haetae logs api) && [[ $said == *'from the API'* && $said != *'from the worker'* ]]
}

shows_all_logs() {
    local said
    said=$(haetae logs) && [[ $said == *"$SYSTEM/log/api.log"*'from the API'*"$SYSTEM/log/worker.log"*'from the worker'* ]]
}

follows_a_log() {
    HAETAE_HOME=$SYSTEM "$HAETAE_TOP/haetae" logs --follow api >"$HAETAE_HOME/followed" 2>/dev/null &
    eventually grep -q 'from the API' "$HAETAE_HOME/followed" && echo 'said later' >>"$SYSTEM/log/api.log" \
        && eventually grep -q 'said later' "$HAETAE_HOME/followed"
    local status=$?
    kill $!
    return "$status"
}

eventually() {
    for _ in {1..600}; do
        ! "$@" || return 0
        sleep 0.05
    done
    return 1
}

down_keeps_everything() {
    local before
    before=$(find "$SYSTEM" | sort)
    haetae down >/dev/null && equal "$before" "$(find "$SYSTEM" | sort)"
}

purge_leaves_what_is_not_ours() {
    echo mine >"$SYSTEM/notes"
    haetae down --purge >/dev/null && equal notes "$(ls -A "$SYSTEM")"
}

purge_removes_everything() {
    rm "$SYSTEM/notes"
    make_whole_home "$SYSTEM"
    haetae down --purge >/dev/null && [[ ! -e $SYSTEM ]]
}

# doctor_says STATUS TEXT COMMAND…: a part of doctor, with the status that the whole would end with.
doctor_says() {
    local status=$1 text=$2 said
    shift 2
    "$@" >"$HAETAE_HOME/said"
    said=$(cat "$HAETAE_HOME/said")
    [[ $said == *"$text"* ]] || {
        printf 'it said: %s\n' "$said"
        return 1
    }
    equal "$status" "$DOCTOR_STATUS"
}

# shellcheck disable=SC2317 # the parts of doctor call these
without_jdk() {
    find_jdk() { return 1; }
    doctor_java
}

# shellcheck disable=SC2317
without_disk() {
    df() { printf 'header\n/dev/disk 100 88 12 88%% /\n'; }
    doctor_disk
}

# shellcheck disable=SC2317
without_packages() {
    missing_packages() { echo rustc; }
    doctor_packages
}

# shellcheck disable=SC2317
with_port_taken() {
    port_taken() { [[ $1 == 8080 ]]; }
    doctor_ports
}

# shellcheck disable=SC2317
with_docker() {
    docker() { return "$1"; }
    docker_answers() { docker "$ENGINE"; }
    doctor_docker
}

doctor_says_everything() {
    local said
    said=$(haetae doctor)
    for what in 'JDK 25' packages 'port 8080 (api)' 'port 8081 (management)' disk kernel cgroup ocker runner; do
        [[ $said == *"$what"* ]] || { echo "nothing of $what"; return 1; }
    done
}

check 'logs shows the log of one service' shows_one_log
check 'logs shows all of them' shows_all_logs
check 'logs --follow goes on' follows_a_log
check 'an unknown service has no log' ends 2 "no service 'mysql'" haetae logs mysql
UP_LANGUAGES=''
check 'doctor misses a JDK' doctor_says 1 'no JDK 25: install one' without_jdk
check 'doctor misses room on the disk' doctor_says 1 'only 12 MiB free' without_disk
check 'doctor says which packages are missing' doctor_says "$((EUID != 0))" rustc without_packages
check 'doctor says which port to take instead' doctor_says 1 'port 8080 (api) is taken by another process: HAETAE_PORT=' with_port_taken
ENGINE=1
check 'a docker client without an engine is no fault' doctor_says 0 'a Docker client without an engine: not needed' with_docker
ENGINE=0
check 'a docker engine is seen' doctor_says 0 'a Docker engine answers' with_docker
check 'doctor looks at everything' doctor_says_everything
check 'down keeps everything' down_keeps_everything
check 'down --purge leaves what is not ours' purge_leaves_what_is_not_ours
check 'down --purge removes everything' purge_removes_everything
