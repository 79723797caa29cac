# start, stop, restart and kill: one or more services of a system that `up` made.

cmd_start() {
    control start "$@"
    start_services "$@"
}

cmd_stop() {
    control stop "$@"
    stop_services "$@"
}

cmd_restart() {
    control restart "$@"
    # Built before anything stops.
    prepare_programs "$@"
    stop_services "$@"
    start_services "$@"
}

# kill -9, for drills: nothing gets the chance to tidy up.
cmd_kill() {
    control kill "$@"
    local name pid
    for name; do
        pid=$(pid_of "$name") || die "$name does not run"
        kill -KILL "$pid"
        while runs "$name"; do
            sleep 0.02
        done
        say "$name is killed"
    done
}

# control COMMAND SERVICE…: checks what was asked and takes the lock.
control() {
    local command=$1 name
    shift
    (($# > 0)) || usage_error "$command needs a service: ${SERVICES[*]}"
    ! docker_home || die "This system runs in containers: docker compose --project-name $(docker_project) $command $*"
    for name; do
        is_service "$name" || usage_error "There is no service '$name'; there are: ${SERVICES[*]}"
    done
    [[ -f $HAETAE_HOME/ports ]] || die "There is no system at $HAETAE_HOME yet: run ./haetae up"
    prepare
}

prepare_programs() {
    if [[ " $* " == *' api '* || " $* " == *' worker '* ]]; then
        build_unless_taken
    fi
}

start_services() {
    local name
    prepare_programs "$@"
    trap stop_what_started EXIT
    trap 'exit 130' INT TERM
    for name in "${SERVICES[@]}"; do
        [[ " $* " != *" $name "* ]] || start_missing "$name"
    done
    await 180 "$@"
    trap - EXIT INT TERM
}

stop_services() {
    local name
    for name in worker api redis rabbitmq postgresql; do
        [[ " $* " != *" $name "* ]] || stop_one "$name"
    done
}
