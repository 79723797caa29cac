# down: work first, then what it stands on.

cmd_down() {
    local purge=
    while (($# > 0)); do
        case $1 in
            --purge) purge=yes ;;
            *) usage_error "down has no option '$1'" ;;
        esac
        shift
    done
    if [[ ! -d $HAETAE_HOME ]]; then
        say "there is nothing at $HAETAE_HOME"
        return
    fi
    make_home
    lock_home
    if docker_home; then docker_down "$purge"; else stop_all; fi
    [[ -z $purge ]] || purge_home
    say "down"
}

stop_all() {
    local name
    for name in worker api; do
        stop_one "$name"
    done
    # The three do not need each other.
    for name in rabbitmq redis postgresql; do
        stop_one "$name" &
    done
    wait
    terminate epmd 5
}

stop_one() {
    runs "$1" || return 0
    "${1}_stop"
    say "$1 is stopped"
}

# Only what up made: a home may be a directory that holds other things too.
purge_home() {
    local mine=(admin-password jwt-key worker-token postgresql-password rabbitmq-api-password rabbitmq-worker-password
        ports languages run log postgresql rabbitmq redis blobs worker app imported tmp docker)
    LOGS=
    rm -rf "${mine[@]/#/$HAETAE_HOME/}"
    rm -f "$HAETAE_HOME/lock"
    rmdir "$HAETAE_HOME" 2>/dev/null || true
}
