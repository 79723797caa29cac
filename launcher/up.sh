# up: from nothing, or from whatever is there, to a running system.

# Each option of `up`; what is not given keeps its default.
parse_up() {
    UP_LANGUAGES=
    UP_BUILD=yes
    UP_WAY=
    while (($# > 0)); do
        case $1 in
            --languages)
                (($# > 1)) || usage_error "--languages needs 'all' or a list such as c,cpp,java"
                UP_LANGUAGES=$2
                shift
                ;;
            --languages=*) UP_LANGUAGES=${1#*=} ;;
            --no-build) UP_BUILD='' FAST_STARTS='' ;;
            --native | --docker) UP_WAY=${1#--} ;;
            *) usage_error "up has no option '$1'" ;;
        esac
        shift
    done
}

cmd_up() {
    parse_up "$@"
    choose_way "$UP_WAY"
    if [[ $UP_WAY == docker ]] || docker_home; then
        docker_up
        return
    fi
    prepare
    trap stop_what_started EXIT
    trap 'exit 130' INT TERM
    stop_for_other_languages
    if all_run; then
        say "everything is running already"
        refuse_another_port
        warn_of_changed_sources
        await 60 "${SERVICES[@]}" >/dev/null
    else
        bring_up
    fi
    import_problems
    trap - EXIT INT TERM
    say "the password of the administrator 'admin' is in $HAETAE_HOME/admin-password"
    api_url
}

# What runs with other languages than those that are asked for now starts anew.
stop_for_other_languages() {
    [[ -n $UP_LANGUAGES && "$(cat "$HAETAE_HOME/languages" 2>/dev/null)" != "$LANGUAGES" ]] || return 0
    stop_one worker
    stop_one api
}

# prepare: the home is there and ours alone, and JDK, languages and ports are known.
prepare() {
    make_home
    lock_home
    load_ports
    need_jdk
    choose_languages "${UP_LANGUAGES:-}"
    JAVA_OPTIONS=(-Xmx512m "@$HAETAE_TOP/docker/jvm.options")
    [[ -z ${HAETAE_JAVA_OPTIONS:-} ]] || read -ra JAVA_OPTIONS <<<"$HAETAE_JAVA_OPTIONS"
}

all_run() {
    local name
    for name in "${SERVICES[@]}"; do
        runs "$name" || return 1
    done
}

any_runs() {
    local name
    for name in "${SERVICES[@]}"; do
        ! runs "$name" || return 0
    done
    return 1
}

bring_up() {
    need_disk 1000
    say "JDK 25 is $JDK"
    need_packages "$LANGUAGES"
    echo "$LANGUAGES" >"$HAETAE_HOME/languages"
    make_secrets
    any_runs || choose_ports
    refuse_another_port
    start_missing postgresql redis rabbitmq
    if [[ -n $UP_BUILD ]]; then build; else take_what_is_built; fi
    install_programs
    await 60 postgresql redis rabbitmq
    train_programs
    start_missing api worker
    await 180 api worker
}

# start_missing NAME…: starts those that do not run.
start_missing() {
    local name
    for name; do
        if ! runs "$name"; then
            "${name}_start"
            say "starting $name${PORT[$name]:+ on port ${PORT[$name]}}"
        fi
    done
}

# A running system keeps its port.
refuse_another_port() {
    [[ -z ${HAETAE_PORT:-} || ${PORT[api]} == "$HAETAE_PORT" ]] \
        || die "It runs on port ${PORT[api]}: to move it to $HAETAE_PORT, run ./haetae down first"
}

warn_of_changed_sources() {
    [[ "$(cat "$HAETAE_HOME/app/hash" 2>/dev/null)" == @(taken-*|"$(source_hash)") ]] \
        || say "the sources have changed since: ./haetae restart api worker builds and runs them"
}

# A failed or interrupted `up` leaves nothing running that it started.
stop_what_started() {
    local status=$? name i
    trap - ERR
    # A second signal must not interrupt the tidying up.
    trap '' INT TERM
    set +e
    for ((i = ${#STARTED_HERE[@]} - 1; i >= 0; i--)); do
        name=${STARTED_HERE[i]}
        if is_service "$name"; then
            "${name}_stop" >/dev/null
        else
            terminate "$name" 5 >/dev/null
        fi
    done
    exit "$status"
}
