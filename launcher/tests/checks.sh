# What every test of the launcher starts with: the functions, a home of its own, and a check that prints what it checks.

HAETAE_HOME=$(mktemp -d "${TMPDIR:-/tmp}/haetae-launcher-test.XXXXXX")
export HAETAE_HOME
unset HAETAE_PORT HAETAE_JAVA_OPTIONS
# shellcheck source=../../haetae
. "$(dirname "${BASH_SOURCE[0]}")/../../haetae"
trap - ERR
set +e
trap 'rm -rf "$HAETAE_HOME"; exit $FAILED' EXIT
FAILED=0

# check WHAT COMMAND…: passes when the command succeeds.
check() {
    local what=$1
    shift
    if ("$@") >"$HAETAE_HOME/check.out" 2>&1; then
        printf '  ok    %s\n' "$what"
    else
        printf '  FAIL  %s\n' "$what"
        sed 's/^/        /' "$HAETAE_HOME/check.out"
        FAILED=1
    fi
}

# equal EXPECTED ACTUAL
equal() {
    [[ $1 == "$2" ]] || {
        printf 'expected: %s\nbut was:  %s\n' "$1" "$2"
        return 1
    }
}

# ends STATUS TEXT COMMAND…: the command ends with this status and writes this text to stderr.
ends() {
    local status=$1 text=$2 said
    shift 2
    said=$("$@" 2>&1 >/dev/null)
    equal "$status" $? || return 1
    [[ $said == *"$text"* ]] || {
        printf 'it said: %s\n' "$said"
        return 1
    }
}
