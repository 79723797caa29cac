# RabbitMQ: a node of our own with its own epmd, cookie and ports. Virtual host, users, permissions and the delivery limit come
# from docker/rabbitmq/definitions.json; queues are declared by the API.

# rabbitmq_scripts → the package's own scripts: the wrappers in sbin switch to another user.
rabbitmq_scripts() {
    local directory
    for directory in /usr/lib/rabbitmq/bin /usr/lib/rabbitmq/lib/*/sbin /opt/rabbitmq/sbin; do
        if [[ -x $directory/rabbitmq-server ]]; then
            echo "$directory"
            return
        fi
    done
}

# Sets AS_RABBITMQ, what has to stand before the package's scripts: this node's environment and nothing of the caller's.
# RABBITMQ_ALLOW_INPUT makes the script become the node instead of watching over it, so that the pid is the node's.
set_as_rabbitmq() {
    local home=$HAETAE_HOME/rabbitmq
    AS_RABBITMQ=(env -i -C / PATH="$PATH" LC_ALL=C.UTF-8 HOME="$home"
        RABBITMQ_NODENAME=haetae@localhost
        RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
        RABBITMQ_NODE_PORT="${PORT[rabbitmq]}"
        RABBITMQ_DIST_PORT="${PORT[rabbitmq_dist]}"
        ERL_EPMD_PORT="${PORT[epmd]}"
        ERL_EPMD_ADDRESS=127.0.0.1
        RABBITMQ_CONF_ENV_FILE="$home/none"
        RABBITMQ_CONFIG_FILE="$home/rabbitmq.conf"
        RABBITMQ_ADVANCED_CONFIG_FILE="$home/advanced.config"
        RABBITMQ_ENABLED_PLUGINS_FILE="$home/enabled_plugins"
        RABBITMQ_MNESIA_BASE="$home/mnesia"
        RABBITMQ_PID_FILE="$home/pid"
        RABBITMQ_LOG_BASE="$LOGS"
        RABBITMQ_LOGS=-
        RABBITMQ_ALLOW_INPUT=1
        RABBITMQ_SERVER_START_ARGS='-noinput -s rabbit boot +B i'
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}')
}

# password_hash PASSWORD → RabbitMQ's salted SHA-256: base64(salt, sha256(salt, password)).
password_hash() {
    local salt digest
    salt=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
    digest=$({ bytes "$salt"; printf %s "$1"; } | sha256sum)
    bytes "$salt${digest%% *}" | base64 -w 0
}

# bytes HEX: writes the bytes themselves.
bytes() {
    # shellcheck disable=SC2059,SC2001 # the escapes are the point
    printf "$(sed 's/../\\x&/g' <<<"$1")"
}

# rabbitmq_definitions FILE API-PASSWORD WORKER-PASSWORD → the file with the passwords' hashes. Images use it, too.
rabbitmq_definitions() {
    sed -e "s|\${RABBITMQ_API_PASSWORD_HASH}|$(password_hash "$2")|" \
        -e "s|\${RABBITMQ_WORKER_PASSWORD_HASH}|$(password_hash "$3")|" "$1"
}

rabbitmq_configure() {
    local home=$HAETAE_HOME/rabbitmq
    mkdir -p "$home"
    rabbitmq_definitions "$HAETAE_TOP/docker/rabbitmq/definitions.json" "$(secret rabbitmq-api-password)" \
        "$(secret rabbitmq-worker-password)" >"$home/definitions.json"
    cat >"$home/rabbitmq.conf" <<END
listeners.tcp.1 = 127.0.0.1:${PORT[rabbitmq]}
load_definitions = $home/definitions.json
log.console = true
log.console.level = info
log.file = false
END
    echo '[].' >"$home/enabled_plugins"
    # By default a message that could not be dead-lettered is tried again after three minutes: no test waits that long.
    if [[ -n $TEST_INSTANCES ]]; then
        echo '[{rabbit, [{dead_letter_worker_publisher_confirm_timeout, 3000}]}].' >"$home/advanced.config"
    fi
}

rabbitmq_start() {
    local epmd
    rabbitmq_configure
    epmd=$(command -v epmd || printf '%s\n' /usr/lib/erlang/erts-*/bin/epmd | tail -n 1)
    runs epmd || spawn epmd "$epmd" -port "${PORT[epmd]}" -address 127.0.0.1
    set_as_rabbitmq
    spawn rabbitmq "${AS_RABBITMQ[@]}" "$(rabbitmq_scripts)/rabbitmq-server"
}

rabbitmq_ready() {
    port_taken "${PORT[rabbitmq]}" && { [[ -z ${LOG_START[rabbitmq]:-} ]] || new_log rabbitmq | grep -q 'Server startup complete'; }
}

rabbitmq_stop() {
    terminate rabbitmq 60
    terminate epmd 5
}
