#!/usr/bin/env bash
# Picking and keeping ports.
. "$(dirname "$0")/checks.sh"
need_jdk

# listen PORT: a listener until the test ends.
listen() {
    "$JDK/bin/jwebserver" -b 127.0.0.1 -p "$1" -d "$HAETAE_HOME" >/dev/null 2>&1 &
    LISTENER=$!
    for _ in {1..200}; do
        ! port_taken "$1" || return 0
        sleep 0.05
    done
    return 1
}
trap 'kill "$LISTENER"; rm -rf "$HAETAE_HOME"; exit $FAILED' EXIT
TAKEN=$(pick_port)
listen "$TAKEN" || exit 1
PORT=([api]=$(pick_port))
FREE=$(free_pair)

picks_different_ports() {
    choose_ports && equal "${#PICKED_PORTS[@]}" "$(printf '%s\n' "${PORT[@]}" | sort -u | wc -l | awk '{ print $1 - 2 }')"
}

keeps_ports() {
    choose_ports || return 1
    local before
    before=$(cat "$HAETAE_HOME/ports")
    load_ports
    choose_ports
    equal "$before" "$(cat "$HAETAE_HOME/ports")"
}

replaces_a_port_that_was_taken() {
    PORT[redis]=$TAKEN
    choose_ports && [[ ${PORT[redis]} != "$TAKEN" ]]
}

management_follows() {
    HAETAE_PORT=$FREE choose_ports && equal $((FREE + 1)) "${PORT[management]}"
}

# A second home that would like the first one's ports, one of which is in use.
two_homes_have_different_ports() {
    local first
    HAETAE_PORT=$FREE choose_ports || return 1
    PORT[redis]=$TAKEN
    save_ports
    first=$(cat "$HAETAE_HOME/ports")
    mkdir "$HAETAE_HOME/second"
    cp "$HAETAE_HOME/ports" "$HAETAE_HOME/second/"
    (HAETAE_HOME=$HAETAE_HOME/second && load_ports && HAETAE_PORT=$((FREE + 2)) choose_ports) || return 1
    grep -qx "redis=$TAKEN" "$HAETAE_HOME/ports" && ! grep -x "redis=$TAKEN" "$HAETAE_HOME/second/ports" || return 1
    grep -qx "api=$((FREE + 2))" "$HAETAE_HOME/second/ports" && equal "$first" "$(cat "$HAETAE_HOME/ports")"
}

with_public_port() {
    HAETAE_PORT=$1
    choose_ports
}

check 'a port on which something listens is taken' port_taken "$TAKEN"
check 'all ports differ' picks_different_ports
check 'ports are kept' keeps_ports
check 'a kept port that was taken meanwhile is replaced' replaces_a_port_that_was_taken
check 'the management port is the next one' management_follows
check 'a second home takes other ports, and the first keeps its own' two_homes_have_different_ports
check 'a taken public port is refused with a way out' ends 99 'HAETAE_PORT=' with_public_port "$TAKEN"
