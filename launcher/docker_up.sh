# up in containers: from nothing, or from whatever is there, to containers that are healthy (docker.sh says how they are asked).

docker_up() {
    make_home
    lock_home
    load_ports
    docker_home || docker_project >"$HAETAE_HOME/docker"
    need_docker
    if docker_state >/dev/null && ! docker_languages_change; then
        say "everything is running already"
        refuse_another_port
    else
        docker_bring_up
    fi
    keep_docker_password
    import_problems
    say "the password of the administrator 'admin' is in $HAETAE_HOME/admin-password"
    api_url
}

docker_languages_change() {
    [[ -n $UP_LANGUAGES ]] || return 1
    choose_languages "$UP_LANGUAGES"
    [[ "$(cat "$HAETAE_HOME/languages" 2>/dev/null)" != "$LANGUAGES" ]]
}

docker_bring_up() {
    local build=--build log=$LOGS/docker.log
    if [[ -z ${COMPOSE_FILE:-} ]] && ! grep -qs '^COMPOSE_FILE=' "$HAETAE_TOP/.env"; then
        local -x COMPOSE_FILE
        COMPOSE_FILE=$(compose_files)
    fi
    if [[ -n $UP_LANGUAGES ]]; then
        choose_languages "$UP_LANGUAGES"
        echo "$LANGUAGES" >"$HAETAE_HOME/languages"
    fi
    [[ -n $UP_BUILD ]] || build=--no-build
    if [[ -n $(compose ps --quiet) ]]; then
        refuse_another_port
    else
        choose_docker_port
        trap docker_stop_what_started EXIT
        trap 'exit 130' INT TERM
    fi
    say "building the images and starting the containers (log: $log)"
    compose --progress plain up --detach "$build" --wait --wait-timeout 600 2>&1 | tee "$log" \
        || die "Docker could not start it: $(tail -n 1 "$log"); log: $log"
    trap - EXIT INT TERM
}

choose_docker_port() {
    choose_api_port
    unset 'PORT[management]'
    ! port_taken "${PORT[api]}" \
        || die "Port ${PORT[api]} is taken by another process; choose another: HAETAE_PORT=$(free_pair) ./haetae up --docker"
    save_ports
}

# A failed or interrupted `up` leaves nothing running; what the containers said last is kept.
docker_stop_what_started() {
    local status=$?
    trap - ERR
    trap '' INT TERM
    set +e
    { compose logs --no-color --tail 200 && compose down; } >>"$LOGS/docker.log" 2>&1
    exit "$status"
}

# Made in a volume at the first start; kept here as well, where the other commands look. With new volumes nothing is imported yet.
keep_docker_password() {
    local password
    password=$(compose exec -T api cat /run/secrets/admin-password </dev/null)
    [[ "$(cat "$HAETAE_HOME/admin-password" 2>/dev/null)" != "$password" ]] || return 0
    rm -f "$HAETAE_HOME"/imported/*
    echo "$password" >"$HAETAE_HOME/admin-password"
}
