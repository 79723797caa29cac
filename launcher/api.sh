# The API: its environment is the whole of its configuration.

api_environment() {
    export SERVER_ADDRESS=127.0.0.1
    export SERVER_PORT="${PORT[api]}"
    export MANAGEMENT_SERVER_ADDRESS=127.0.0.1
    export MANAGEMENT_SERVER_PORT="${PORT[management]}"
    export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:${PORT[postgresql]}/haetae"
    export SPRING_DATASOURCE_USERNAME=haetae
    SPRING_DATASOURCE_PASSWORD=$(secret postgresql-password)
    export SPRING_DATASOURCE_PASSWORD
    export SPRING_RABBITMQ_HOST=127.0.0.1
    export SPRING_RABBITMQ_PORT="${PORT[rabbitmq]}"
    export SPRING_RABBITMQ_USERNAME=api
    SPRING_RABBITMQ_PASSWORD=$(secret rabbitmq-api-password)
    export SPRING_RABBITMQ_PASSWORD
    export SPRING_RABBITMQ_VIRTUALHOST=haetae
    export SPRING_DATA_REDIS_HOST=127.0.0.1
    export SPRING_DATA_REDIS_PORT="${PORT[redis]}"
    export HAETAE_ADMIN_PASSWORDFILE="$HAETAE_HOME/admin-password"
    export HAETAE_JWT_KEYFILE="$HAETAE_HOME/jwt-key"
    export HAETAE_WORKERTOKENFILE="$HAETAE_HOME/worker-token"
    export HAETAE_BLOBS_DIRECTORY="$HAETAE_HOME/blobs"
    export HAETAE_LANGUAGES="$LANGUAGES"
}

# api_start [SUFFIX JAVA-OPTION…]: as spawn_program takes them.
api_start() {
    spawn_program api "$@"
}

api_ready() {
    api_is_there
}

# Without a program of its own, which would take time from the one that starts.
api_is_there() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/${PORT[api]}"
        printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3
        read -r -t 2 line <&3
        [[ $line == *' 200'* ]]
    ) 2>/dev/null
}

api_stop() {
    terminate api 40
}

api_url() {
    echo "http://127.0.0.1:${PORT[api]}"
}
