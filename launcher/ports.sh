# Ports: picked once, kept in $HAETAE_HOME/ports, on loopback.

declare -A PORT=()
readonly PICKED_PORTS=(postgresql rabbitmq rabbitmq_dist epmd redis)

load_ports() {
    local name port
    PORT=()
    [[ -f $HAETAE_HOME/ports ]] || return 0
    while IFS='=' read -r name port; do
        [[ $port =~ ^[0-9]+$ ]] && PORT["$name"]=$port
    done <"$HAETAE_HOME/ports"
}

save_ports() {
    local name
    for name in "${!PORT[@]}"; do
        echo "$name=${PORT[$name]}"
    done | sort >"$HAETAE_HOME/ports.new"
    mv "$HAETAE_HOME/ports.new" "$HAETAE_HOME/ports"
}

# port_taken PORT: does anything listen there?
port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# pick_port → a free port below the range from which the kernel takes the ports of outgoing connections.
pick_port() {
    local port
    for _ in {1..200}; do
        port=$((20000 + RANDOM % 12000))
        [[ " ${PORT[*]} " == *" $port "* ]] && continue
        port_taken "$port" || {
            echo "$port"
            return
        }
    done
    die "Found no free port between 20000 and 32000"
}

# The public port is what was asked for, else what this home had before, else 8080.
choose_api_port() {
    local port=${HAETAE_PORT:-${PORT[api]:-8080}}
    [[ $port =~ ^[1-9][0-9]{0,4}$ && $port -lt 65535 ]] || die "HAETAE_PORT must be a port below 65535, not '$port'"
    PORT[api]=$port
    PORT[management]=$((port + 1))
}

# Before anything of ours runs: keeps the ports that are still free and replaces the others.
choose_ports() {
    local name
    choose_api_port
    for name in api management; do
        ! port_taken "${PORT[$name]}" \
            || die "Port ${PORT[$name]} ($name) is taken by another process; choose another: HAETAE_PORT=$(free_pair) ./haetae up; log: $LOGS/haetae.log"
    done
    for name in "${PICKED_PORTS[@]}"; do
        if [[ -n ${PORT[$name]:-} ]] && port_taken "${PORT[$name]}"; then
            say "port ${PORT[$name]} ($name) has been taken meanwhile, picking another"
            unset "PORT[$name]"
        fi
        [[ -n ${PORT[$name]:-} ]] || PORT["$name"]=$(pick_port)
    done
    save_ports
}

# free_pair → a free port whose successor is free too.
free_pair() {
    local port
    for ((port = 8090; port < 9090; port += 10)); do
        port_taken "$port" || port_taken $((port + 1)) || break
    done
    echo "$port"
}
