# bench: the system-test module's figures, on a system of its own.

cmd_bench() {
    (($# == 0)) || usage_error "bench has no option '$1'"
    local port
    parse_up
    use_temporary_home bench
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    port=$(free_pair)
    HAETAE_PORT=$port
    # Limits are at work, but out of the way.
    export HAETAE_LIMITS_SUBMISSIONSPERMINUTE=100000000 HAETAE_LIMITS_UNFINISHEDPERSTUDENT=100000000
    prepare
    bring_up
    import_problems
    # The bench itself stops and starts services.
    flock -u 9
    (
        export HAETAE_HOME HAETAE_URL="http://127.0.0.1:$port"
        exec "$JDK/bin/java" -cp "$HAETAE_TOP/system-test/target/classes:$HAETAE_TOP/system-test/target/dependency/*" \
            dev.haetae.system.Bench 9>&-
    ) || die "The bench failed"
}
