# bench: the system-test module's figures, how fast its programs start (startup.sh) or what a large import takes (import_bench.sh), on a
# system of its own; or what a run in the sandbox costs, which needs no system.

cmd_bench() {
    case ${1:-} in
        '') bench_system ;;
        runner)
            shift
            bench_runner "$@"
            ;;
        startup)
            shift
            bench_startup "$@"
            ;;
        import)
            shift
            bench_import "$@"
            ;;
        *) usage_error "bench has no option '$1'" ;;
    esac
}

# bench_home: a system's place of its own, and its port.
bench_home() {
    parse_up
    use_temporary_home bench
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    HAETAE_PORT=$(free_pair)
}

bench_system() {
    bench_home
    # Limits are at work, but out of the way.
    export HAETAE_LIMITS_SUBMISSIONSPERMINUTE=100000000 HAETAE_LIMITS_UNFINISHEDPERSTUDENT=100000000
    prepare
    bring_up
    import_problems
    # The bench itself stops and starts services.
    flock -u 9
    (
        export HAETAE_HOME HAETAE_URL="http://127.0.0.1:$HAETAE_PORT"
        exec "$JDK/bin/java" -cp "$HAETAE_TOP/system-test/target/classes:$HAETAE_TOP/system-test/target/dependency/*" \
            dev.haetae.system.Bench 9>&-
    ) || die "The bench failed"
}

# bench_runner [ROUNDS]
bench_runner() {
    local worker=$HAETAE_TOP/judge-worker
    local -a missing
    [[ ${1:-1} =~ ^[1-9][0-9]*$ && $# -le 1 ]] || usage_error "bench runner takes a number of rounds, not '$*'"
    ((EUID == 0)) || die "The runner needs root, and so does bench runner"
    use_temporary_home bench
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    need_jdk
    mapfile -t missing < <(runner_bench_packages)
    ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
    say "building (log: $LOGS/build.log)"
    run_maven -DskipTests -Dspotless.check.skip=true -pl judge-worker -am test-compile >"$LOGS/build.log" 2>&1 \
        && (umask 022 && make -s -C "$worker/native" OUT="$worker/target/haetae-runner" bench) >>"$LOGS/build.log" 2>&1 \
        || die "The build failed: $(grep -m 1 -E '\.java:|error:|Failed to' "$LOGS/build.log" | cut -c 1-300)"
    say "measuring"
    "$JDK/bin/java" -cp "$worker/target/test-classes:$worker/target/classes" dev.haetae.worker.bench.RunnerBench \
        "$worker/target" "$worker/native/tests/bench/programs/Hello.java" "$@" || die "The bench failed"
}

# Tools count wherever they come from.
runner_bench_packages() {
    local tool
    for tool in make gcc g++ python3; do
        [[ -x /usr/bin/$tool ]] || echo "$tool"
    done
    [[ -x /usr/bin/bwrap ]] || echo bubblewrap
    [[ -f /usr/include/stdio.h ]] || echo libc6-dev
    command -v mvn >/dev/null || echo maven
}
