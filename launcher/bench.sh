# bench: the system-test module's figures, on a system of its own.

cmd_bench() {
    local port
    use_temporary_home bench
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    port=$(free_pair)
    HAETAE_PORT=$port
    prepare
    bring_up
    import_problems
    (
        export HAETAE_HOME HAETAE_TOP HAETAE_URL="http://127.0.0.1:$port"
        exec "$JDK/bin/java" -cp "$HAETAE_TOP/system-test/target/classes:$HAETAE_TOP/system-test/target/dependency/*" \
            dev.haetae.system.Bench "$@"
    )
}
