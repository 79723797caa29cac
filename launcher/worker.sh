# The worker: it knows the broker and the API's address, and no database.

worker_environment() {
    export SPRING_RABBITMQ_HOST=127.0.0.1
    export SPRING_RABBITMQ_PORT="${PORT[rabbitmq]}"
    export SPRING_RABBITMQ_USERNAME=worker
    SPRING_RABBITMQ_PASSWORD=$(secret rabbitmq-worker-password)
    export SPRING_RABBITMQ_PASSWORD
    export SPRING_RABBITMQ_VIRTUALHOST=haetae
    HAETAE_API_URL=$(api_url)
    export HAETAE_API_URL
    export HAETAE_WORKER_TOKENFILE="$HAETAE_HOME/worker-token"
    HAETAE_WORKER_NAME=$(worker_name)
    export HAETAE_WORKER_NAME
    export HAETAE_WORKER_RUNNER="$HAETAE_HOME/app/haetae-runner"
    export HAETAE_WORKER_DIRECTORY="$HAETAE_HOME/worker"
    export HAETAE_WORKER_CACHE_DIRECTORY="$HAETAE_HOME/worker/cache"
    export HAETAE_LANGUAGES="$LANGUAGES"
}

# worker_start [SUFFIX JAVA-OPTION…]: as spawn_program takes them.
worker_start() {
    mkdir -p "$HAETAE_HOME/worker"
    rm -f "$HAETAE_HOME/worker/ready"
    spawn_program worker "$@"
}

worker_ready() {
    runs worker && worker_is_there
}

# The file is there while it takes requests; one that was killed leaves it.
worker_is_there() {
    [[ -e $HAETAE_HOME/worker/ready ]]
}

# worker_fault → why it takes no requests although it runs on, if it said so.
worker_fault() {
    local fault hint=
    fault=$(new_log worker | grep -m 1 -o 'Faulty, .*' | cut -c 1-300) || return 1
    ((EUID == 0)) || hint="; an administrator has to run: sudo HAETAE_HOME=${HAETAE_HOME@Q} ${HAETAE_TOP@Q}/haetae up"
    echo "$fault$hint"
}

# It finishes what it judges within its grace time and hands back the rest.
worker_stop() {
    terminate worker 120
}

# worker_name → one for each home, since a worker tidies up what an earlier one of its name left.
worker_name() {
    echo "${HAETAE_WORKER_NAME:-worker-$(printf %s "$HAETAE_HOME" | sha256sum | cut -c 1-6)}"
}
