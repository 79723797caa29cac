# Processes by name: run/NAME.pid holds pid, start time and boot, so that a pid that was given away is never taken for ours.

# start_time PID → its start in clock ticks since boot; fails when it is gone or only waits to be reaped.
start_time() {
    local line
    { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
    # The program's name, in parentheses, may hold blanks and parentheses.
    read -ra line <<<"${line##*) }"
    [[ ${line[0]} != [ZX] ]] && echo "${line[19]}"
}

boot_id() {
    cat /proc/sys/kernel/random/boot_id
}

# record NAME PID
record() {
    local started
    started=$(start_time "$2") || return 0
    echo "$2 $started $(boot_id)" >"$RUN/$1.pid"
}

# pid_of NAME → the pid, if the recorded process still is that process.
pid_of() {
    local pid started boot
    { read -r pid started boot <"$RUN/$1.pid"; } 2>/dev/null || return 1
    [[ $boot == "$(boot_id)" && $started == "$(start_time "$pid")" ]] && echo "$pid"
}

runs() {
    pid_of "$1" >/dev/null
}

# spawn NAME COMMAND…: starts it in a session of its own, with its output in log/NAME.log and with what NAME_environment exports;
# of a name such as api-training the first part counts.
spawn() {
    local name=$1 log=$LOGS/$1.log environment=${1%-*}_environment
    shift
    if [[ -f $log ]] && (($(stat -c %s "$log") > 50000000)); then
        mv "$log" "$log.1"
    fi
    rm -f "$RUN/$name.pid"
    LOG_START[$name]=$(stat -c %s "$log" 2>/dev/null || echo 0)
    (
        ! declare -F "$environment" >/dev/null || "$environment"
        exec setsid "$@"
    ) </dev/null >>"$log" 2>&1 9>&- &
    record "$name" $!
    # So that the shell does not comment on its end.
    disown
    STARTED_HERE+=("$name")
}
declare -A LOG_START=()
STARTED_HERE=()

# new_log NAME → what the service logged since this command started it.
new_log() {
    tail -c "+$((${LOG_START[$1]:-0} + 1))" "$LOGS/$1.log" 2>/dev/null
}

# terminate NAME SECONDS [SIGNAL]: asks it to end, waits, and kills it when the time is over. It is asked again each second,
# since a node that is still booting forgets the first time.
terminate() {
    local name=$1 signal=${3:-TERM} deadline=$((SECONDS + $2)) asked=-1 pid
    pid=$(pid_of "$name") || return 0
    while runs "$name"; do
        if ((SECONDS >= deadline)) && [[ $signal != KILL ]]; then
            say "$name does not end, killing it"
            signal=KILL asked=-1
        fi
        if ((SECONDS != asked)); then
            kill "-$signal" "$pid" 2>/dev/null || true
            asked=$SECONDS
        fi
        sleep 0.05
    done
    rm -f "$RUN/$name.pid"
}

# await SECONDS NAME…: until each of them is ready; ends the command when one dies, is faulty or the time is over.
await() {
    local deadline=$((SECONDS + $1)) name waiting fault
    shift
    while (($# > 0)); do
        waiting=()
        for name; do
            if "${name}_ready"; then
                say "$name is ready"
            elif ! runs "$name"; then
                sleep 0.1
                die "$name ended while starting: $(last_words "$name"); log: $LOGS/$name.log"
            elif declare -F "${name}_fault" >/dev/null && fault=$("${name}_fault"); then
                die "$name: $fault; log: $LOGS/$name.log"
            elif ((SECONDS >= deadline)); then
                die "$name is not ready in time; log: $LOGS/$name.log"
            else
                waiting+=("$name")
            fi
        done
        set -- "${waiting[@]}"
        (($# == 0)) || sleep 0.1
    done
}

# last_words NAME → the line of its log that most likely says why it ended.
last_words() {
    local line
    line=$(new_log "$1" | grep -E 'ERROR|FATAL|error|Caused by|Exception|refuse|cannot|Cannot' | grep -vE '^\s+at ' | tail -n 1 | cut -c 1-300) || true
    [[ -n $line ]] || line=$(new_log "$1" | tail -n 1 | cut -c 1-300) || true
    echo "${line:-it logged nothing}"
}
