# bench startup: how soon API and worker are ready, and what they hold when nobody wants anything of them. The AOT cache beside
# the plain jar, in turns, each figure the median of all rounds.

readonly STARTUP_ROUNDS=5
# What a start leaves to be done in the background is over by then. No garbage collection is asked for.
readonly SETTLE_SECONDS=20
# What is ready has compilers at work for some seconds, which are not to be measured with what starts next.
readonly CALM_SECONDS=6

declare -A FIGURES=()

# bench_startup [ROUNDS]
bench_startup() {
    local round kind
    [[ ${1:-1} =~ ^[1-9][0-9]*$ && $# -le 1 ]] || usage_error "bench startup takes a number of rounds, not '$*'"
    bench_home
    FAST_STARTS=yes
    prepare
    bring_up
    say "measuring; the load is $(load)"
    for ((round = 0; round < ${1:-$STARTUP_ROUNDS}; round++)); do
        measure_self_tests
        for kind in cache plain; do
            measure_starts "$kind"
        done
    done
    show_startup "${1:-$STARTUP_ROUNDS}"
}

# A worker's first start: nothing is proven.
measure_self_tests() {
    stop_programs
    api_start
    await_program api >/dev/null
    rm -rf "$HAETAE_HOME/worker/proofs"
    worker_start
    await_program worker >/dev/null
    take_self_tests first
}

# measure_starts cache|plain
measure_starts() {
    local kind=$1 name
    stop_programs
    [[ $kind == cache ]] || PLAIN_STARTS=yes
    for name in api worker; do
        sleep "$CALM_SECONDS"
        "${name}_start"
        take "$kind $name ready" "$(await_program "$name")"
    done
    PLAIN_STARTS=
    take_self_tests "$kind"
    sleep "$SETTLE_SECONDS"
    for name in api worker; do
        take "$kind $name anonymous" "$(memory "$name" RssAnon)"
        take "$kind $name total" "$(memory "$name" VmRSS)"
    done
}

stop_programs() {
    worker_stop
    api_stop
}

# await_program NAME → the milliseconds since its process began, once it is ready.
await_program() {
    local pid deadline=$((SECONDS + 120)) started
    until "$1_is_there"; do
        runs "$1" || die "$1 ended while starting: $(last_words "$1"); log: $LOGS/$1.log"
        ((SECONDS < deadline)) || die "$1 is not ready in time; log: $LOGS/$1.log"
        sleep 0.01
    done
    pid=$(pid_of "$1")
    started=$(start_time "$pid")
    awk -v ticks="$started" -v hertz="$(getconf CLK_TCK)" '{ printf "%d\n", 1000 * ($1 - ticks / hertz) }' /proc/uptime
}

# take_self_tests KIND: what the worker that was started last has said of its own.
take_self_tests() {
    local limits languages
    read -r limits languages < <(new_log worker | sed -n 's/.*Self-tests: limits \([0-9]*\) ms, languages \([0-9]*\) ms.*/\1 \2/p')
    take "$1 limits" "$limits"
    take "$1 languages" "$languages"
}

# memory NAME FIELD → kB of 1000 bytes, of /proc/PID/status, which counts in 1024
memory() {
    awk -v field="$2:" '$1 == field { print $2 * 1.024 }' "/proc/$(pid_of "$1")/status"
}

take() {
    FIGURES["$1"]+=" $2"
}

# median NAME → of the figures that were taken
median() {
    tr ' ' '\n' <<<"${FIGURES[$1]# }" | sort -n | awk '{ figure[NR] = $1 } END { print (figure[int((NR + 1) / 2)] + figure[int(NR / 2) + 1]) / 2 }'
}

load() {
    cut -d ' ' -f 1 /proc/loadavg
}

# show_startup ROUNDS
show_startup() {
    local name
    printf '\nStart-up and memory, medians of %s; idle: %s s after the start; load %s\n' "$1" "$SETTLE_SECONDS" "$(load)"
    printf '  %-24s %12s %12s   %s\n' '' 'AOT cache' 'plain jar' goal
    for name in api worker; do
        show_figure "$name ready" "$name ready" 1000 s
        show_figure "$name idle, anonymous" "$name anonymous" 1000 MB
        show_figure "$name idle, in all" "$name total" 1000 MB
    done
    printf '  self-tests: limits %s ms and languages %s ms at first, then %s ms and %s ms\n' \
        "$(median 'first limits')" "$(median 'first languages')" "$(median 'cache limits')" "$(median 'cache languages')"
}

declare -rA STARTUP_GOALS=(['api ready']='at most 4 s' ['worker ready']='at most 2 s'
    ['api anonymous']='at most 300 MB' ['worker anonymous']='at most 200 MB')

# show_figure LABEL NAME UNITS UNIT
show_figure() {
    printf '  %-24s %8.2f %-3s %8.2f %-3s   %s\n' "$1" "$(in_units "cache $2" "$3")" "$4" "$(in_units "plain $2" "$3")" "$4" \
        "${STARTUP_GOALS[$2]:-}"
}

in_units() {
    awk -v figure="$(median "$1")" -v units="$2" 'BEGIN { printf "%.2f", figure / units }'
}
