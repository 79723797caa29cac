# test: every test of the project, on services of its own.

cmd_test() {
    local native='' only='' quick='' status=0 started
    while (($# > 0)); do
        case $1 in
            --native) native=yes ;;
            --quick) quick=yes ;;
            --only-launcher) only=launcher ;;
            --only-guest) only=guest ;;
            *) break ;;
        esac
        shift
    done
    [[ $only == guest ]] || launcher_tests
    [[ $only != launcher ]] || return 0
    use_temporary_home test
    trap 'leave_temporary_home $?' EXIT
    trap 'exit 130' INT TERM
    started=$(mktemp "$HAETAE_HOME/started.XXXXXX")
    if [[ $only == guest ]]; then
        guest_tests || status=1
    else
        compose_tests
        prepare_modules "$native"
        (($# > 0)) || begin_beside_maven "$started" "$quick"
        maven_tests "$@" || status=1
        touch "$HAETAE_HOME/maven-ended"
        if (($# > 0)); then
            say "no tests beside Maven's: the arguments choose others"
        else
            wait "$BESIDE" || status=1
            cat "$LOGS/beside.log"
        fi
    fi
    # The summary is the last word.
    find "$HAETAE_TOP" -path '*/target/*-reports/TEST-*.xml' -newer "$started" -print0 | xargs -0 -r cat | sum_of_tests
    exit "$status"
}

# begin_beside_maven STARTED QUICK: sets BESIDE. The guests need what the worker's build has made, and keep one core busy, which the system's
# tests hardly do.
begin_beside_maven() {
    local worker_tested=$HAETAE_TOP/judge-worker/target/failsafe-reports/failsafe-summary.xml
    say "the runner under cgroup v2 in guests and the AWS templates are tested beside the system (log: $LOGS/beside.log)"
    (
        trap 'kill ${TESTING:-} 2>/dev/null; exit 143' TERM
        until [[ $worker_tested -nt $1 || -e $HAETAE_HOME/maven-ended ]]; do
            sleep 1
        done
        status=0
        if [[ -n $2 ]]; then
            say "no tests under cgroup v2 in a guest: --quick"
        else
            guest_tests || status=1
        fi
        deploy_tests || status=1
        exit "$status"
    ) >"$LOGS/beside.log" 2>&1 9>&- &
    BESIDE=$!
}

# prepare_modules NATIVE: not empty for services without containers.
prepare_modules() {
    need_jdk
    choose_languages ''
    need_packages "$LANGUAGES"
    # The README's walk by curl needs it.
    command -v jq >/dev/null || ((EUID != 0)) || install_packages jq
    if [[ -z $1 ]] && docker_answers; then
        say "a Docker engine answers: tests use containers"
    else
        start_test_services
    fi
}

# deploy_tests: what the AWS templates promise. They are made without a network, by a library that runs on node.
deploy_tests() {
    if ! command -v node >/dev/null; then
        say "no tests of the AWS templates: node is not there (Debian: nodejs)"
        return
    fi
    say "testing the AWS templates"
    (cd "$HAETAE_TOP/deploy" && JAVA_HOME=$JDK mvn --batch-mode --no-transfer-progress -q test) \
        || { say "a test of the AWS templates failed"; return 1; }
}

docker_answers() {
    command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1
}

launcher_tests() {
    local file
    say "testing the launcher"
    for file in "$HAETAE_TOP"/launcher/tests/*_test.sh; do
        bash "$file" || die "A test of the launcher failed: ${file#"$HAETAE_TOP"/}"
    done
}

# use_temporary_home NAME: a home that is gone when the command ends.
use_temporary_home() {
    umask 077
    FAST_STARTS=
    use_home "$(mktemp -d "${TMPDIR:-/tmp}/haetae-$1.XXXXXX")"
    make_home
    need_disk 1000
}

leave_temporary_home() {
    local name
    trap - ERR EXIT
    # A second signal must not interrupt the tidying up.
    trap '' INT TERM
    set +e
    kill ${TESTING:-} ${BESIDE:-} 2>/dev/null
    for name in worker api redis rabbitmq postgresql; do
        runs "$name" && "${name}_stop" >/dev/null
    done
    terminate epmd 5
    rm -rf "$HAETAE_HOME"
    exit "$1"
}

start_test_services() {
    local rabbitmq name
    TEST_INSTANCES=yes
    make_secrets
    PORT=()
    for name in "${PICKED_PORTS[@]}"; do
        PORT["$name"]=$(pick_port)
    done
    start_missing postgresql redis rabbitmq
    await 60 postgresql redis rabbitmq
    rabbitmq=@127.0.0.1:${PORT[rabbitmq]}/haetae
    export HAETAE_TEST_POSTGRES_URL=jdbc:postgresql://127.0.0.1:${PORT[postgresql]}/postgres
    export HAETAE_TEST_POSTGRES_USER=haetae
    HAETAE_TEST_POSTGRES_PASSWORD=$(secret postgresql-password)
    HAETAE_TEST_RABBITMQ_URI=amqp://api:$(secret rabbitmq-api-password)$rabbitmq
    HAETAE_TEST_RABBITMQ_WORKER_URI=amqp://worker:$(secret rabbitmq-worker-password)$rabbitmq
    export HAETAE_TEST_POSTGRES_PASSWORD HAETAE_TEST_RABBITMQ_URI HAETAE_TEST_RABBITMQ_WORKER_URI
    export HAETAE_TEST_REDIS_URI=redis://127.0.0.1:${PORT[redis]}
}

maven_tests() {
    say "mvn verify on $JDK"
    # In the background, so that a signal ends it at once; and a test that starts a system must not meet the caller's.
    (
        unset HAETAE_HOME HAETAE_PORT
        run_maven --fail-at-end "$@" verify
    ) 9>&- &
    TESTING=$!
    wait "$TESTING"
}

# sum_of_tests: reads JUnit reports, prints a line like the test runner's own.
sum_of_tests() {
    awk '
        function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        /<testsuite / { inside = 1; $0 = substr($0, index($0, "<testsuite ")) }
        inside { tests += count("tests"); failures += count("failures"); errors += count("errors"); skipped += count("skipped") }
        />/ { inside = 0 }
        END { printf "\nAll modules: Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", tests, failures, errors, skipped }'
}
