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
    export HAETAE_WORKER_NAME="${HAETAE_WORKER_NAME:-worker-1}"
    export HAETAE_WORKER_RUNNER="$HAETAE_HOME/app/haetae-runner"
    export HAETAE_WORKER_DIRECTORY="$HAETAE_HOME/worker/state"
    export HAETAE_WORKER_CACHE_DIRECTORY="$HAETAE_HOME/worker/cache"
    export HAETAE_LANGUAGES="$LANGUAGES"
}

worker_start() {
    mkdir -p "$HAETAE_HOME/worker"
    spawn_program worker
}

# Ready when the API has heard that it offers every language that was chosen.
worker_ready() {
    runs worker || return 1
    local answer
    answer=$(curl -fsS --max-time 2 "$(api_url)/api/v1/languages" 2>/dev/null) || return 1
    [[ $answer == *'"available":true'* && $answer != *'"available":false'* ]]
}

# It finishes what it judges within its grace time and hands back the rest.
worker_stop() {
    terminate worker 60
}
