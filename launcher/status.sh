# status and logs.

cmd_status() {
    (($# == 0)) || usage_error "status has no option '$1'"
    ! docker_home || { docker_status; return; }
    local name state pid port status=0
    load_ports
    printf '%-11s %-10s %8s %6s  %s\n' SERVICE STATE PID PORT LOG
    for name in "${SERVICES[@]}"; do
        port=${PORT[$name]:--}
        if pid=$(pid_of "$name"); then
            state=ready
            "${name}_ready" || state=not-ready
        else
            pid=- state=stopped
        fi
        [[ $state == ready ]] || status=3
        printf '%-11s %-10s %8s %6s  %s\n' "$name" "$state" "$pid" "$port" "$LOGS/$name.log"
    done
    [[ $status != 0 ]] || echo "$(api_url) (administrator 'admin', password in $HAETAE_HOME/admin-password)"
    exit "$status"
}

cmd_logs() {
    ! docker_home || { docker_logs "$@"; return; }
    local follow=() files=() name
    for name; do
        case $name in
            -f | --follow) follow=(-F) ;;
            -*) usage_error "logs has no option '$name'" ;;
            *)
                is_service "$name" || [[ $name == build || $name == install || $name == haetae ]] \
                    || usage_error "There is no service '$name'; there are: ${SERVICES[*]}"
                files+=("$LOGS/$name.log")
                ;;
        esac
    done
    ((${#files[@]} > 0)) || files=("$LOGS"/*.log)
    ((${#files[@]} > 0)) || die "There are no logs in $LOGS"
    exec tail -n 200 "${follow[@]}" "${files[@]}"
}

is_service() {
    [[ " ${SERVICES[*]} " == *" $1 "* ]]
}
