#!/usr/bin/env bash
# What becomes of the lines that a guest writes to its console.
. "$(dirname "$0")/checks.sh"
make_home

console() {
    printf '%s\r\n' "$@" >"$LOGS/guest-one.console"
    guest_results one
}

report() {
    console "$@" | guest_report one
    sum_of_tests <"$GUEST_REPORTS/TEST-guest-one.xml" | tail -n 1
}

GOOD=('ok - v2 first' 'not ok - v2 <second>' '# a & "b"' 'ok - v2 third # SKIP why' 'noise')

counts() {
    equal "All modules: Tests run: $1, Failures: $2, Errors: 0, Skipped: $3" "$(report "${@:4}")"
}

keeps_why() {
    report "${GOOD[@]}" '1..3' >/dev/null
    grep -q 'name="v2 &lt;second>"><failure/><system-out>a &amp; &quot;b&quot;</system-out>' "$GUEST_REPORTS/TEST-guest-one.xml"
}

GUEST_REPORTS=$HAETAE_HOME
check 'lines are counted' counts 3 1 1 "${GOOD[@]}" '1..3'
check 'a guest that ends early has failed' counts 4 2 1 "${GOOD[@]}"
check 'a guest that says nothing has failed' counts 1 1 0
check 'what a test says is kept' keeps_why
