# Redis: only what may be lost, so nothing is written to disk.

redis_start() {
    mkdir -p "$HAETAE_HOME/redis"
    spawn redis redis-server --bind 127.0.0.1 --port "${PORT[redis]}" --dir "$HAETAE_HOME/redis" \
        --appendonly no --save '' --maxmemory 256mb --maxmemory-policy allkeys-lru
}

redis_ready() {
    local answer
    answer=$({
        exec 3<>"/dev/tcp/127.0.0.1/${PORT[redis]}"
        printf 'PING\r\n' >&3
        read -r -t 1 line <&3
        echo "$line"
    } 2>/dev/null) || return 1
    [[ $answer == +PONG* ]]
}

redis_stop() {
    terminate redis 10
}
