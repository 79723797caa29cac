#!/usr/bin/env bash
# Secrets and the broker's definitions.
. "$(dirname "$0")/checks.sh"
make_home
make_secrets

only_for_the_owner() {
    local file
    for file in "$HAETAE_HOME"/{admin-password,jwt-key,worker-token,*-password}; do
        equal 600 "$(stat -c %a "$file")" || return 1
    done
}

are_made_once() {
    local before
    before=$(cat "$HAETAE_HOME"/{admin-password,jwt-key,worker-token})
    make_secrets
    equal "$before" "$(cat "$HAETAE_HOME"/{admin-password,jwt-key,worker-token})"
}

hash_is_salted_sha256() {
    local hash salt
    hash=$(password_hash secret | base64 -d | od -An -v -tx1 | tr -d ' \n')
    salt=${hash:0:8}
    equal "${hash:8}" "$({ bytes "$salt"; printf secret; } | sha256sum | cut -d ' ' -f 1)"
}

definitions_have_no_placeholder_left() {
    PORT[rabbitmq]=1
    rabbitmq_configure && ! grep -F "\${" "$HAETAE_HOME/rabbitmq/definitions.json"
}

sums_reports() {
    printf '%s\n' '<?xml version="1.0"?><testsuite xmlns:x="y" name="a" time="1.2" tests="3" errors="1" skipped="0" failures="1">' \
        '  <testcase name="tests=&quot;9&quot;"/>' '</testsuite><?xml version="1.0"?>' \
        '<testsuite name="b"' ' tests="4" errors="0" skipped="2" failures="0">' >"$HAETAE_HOME/reports"
    equal 'All modules: Tests run: 7, Failures: 1, Errors: 1, Skipped: 2' "$(sum_of_tests <"$HAETAE_HOME/reports" | tail -n 1)"
}

check 'secrets are readable by their owner only' only_for_the_owner
check 'secrets are made once' are_made_once
check 'the JWT key has 32 bytes' equal 32 "$(base64 -d "$HAETAE_HOME/jwt-key" | wc -c)"
check "the broker's password hash is a salted SHA-256" hash_is_salted_sha256
check "the broker's definitions are filled in" definitions_have_no_placeholder_left
check 'reports of several modules are summed' sums_reports
