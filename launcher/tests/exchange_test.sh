#!/usr/bin/env bash
# problem new, and problem import and export with a server whose answers are known.
. "$(dirname "$0")/checks.sh"

new_problem_is_complete() {
    local problem=$HAETAE_HOME/sums
    problem_new "$problem" || return 1
    grep -q '^problem_format_version: 2025-09$' "$problem/problem.yaml" || return 1
    grep -q '^name: "sums"$' "$problem/problem.yaml" || return 1
    equal 3 "$(find "$problem/data" -name '*.ans' | wc -l)"
}

# curl answers with $CODE and the body in $BODY, and notes what it was called with.
curl() {
    local before=''
    for word; do
        [[ $before != --output ]] || printf '%s' "$BODY" >"$word"
        before=$word
    done
    printf '%s\n' "$*" >>"$HAETAE_HOME/calls"
    cat >>"$HAETAE_HOME/said"
    printf '%s' "$CODE"
}

import() {
    echo zip >"$HAETAE_HOME/a.zip"
    HAETAE_TOKEN=secret problem_import --url http://judge "$@" "$HAETAE_HOME/a.zip"
}

tells_what_was_imported() {
    CODE=201
    BODY='{"slug":"sums","version":2,"format":"ICPC_2025_09","timeLimit":{"millis":1500},"tests":7,"jurySubmissions":3,"warnings":["a: \"b\" \u001b[2J"]}'
    equal $'sums: version 2, ICPC_2025_09, 7 tests, 3 solutions, time limit 1500 ms\nwarning: a: "b" \\u001b[2J' "$(import)"
}

shows_nothing_that_moves_a_terminal() {
    CODE=201
    BODY=$'{"slug":"s","warnings":["a\xc2\x9b2Jb\xe2\x80\xaec\x1b[d \xed\x95\xa9"]}'
    equal $'warning: a?2Jb?c?[d \xed\x95\xa9' "$(import | tail -1)"
}

shows_reasons_as_a_table() {
    CODE=422
    BODY='{"title":"No","detail":"Not this.","errors":[{"field":"package","message":"problem.yaml:12: bad"},{"field":"package","message":"data: none"}]}'
    local expected=$'haetae: http://judge answers 422: Not this.\n  problem.yaml:12  bad\n  data             none'
    equal "$expected" "$(import 2>&1 >/dev/null)"
}

says_slug_and_visibility() {
    CODE=201 BODY='{}'
    import --slug other --hidden >/dev/null
    grep -q 'admin/problems/import?slug=other&visibility=HIDDEN' "$HAETAE_HOME/calls"
}

keeps_the_token_from_the_arguments() {
    grep -q 'Bearer secret' "$HAETAE_HOME/said" && ! grep -q secret "$HAETAE_HOME/calls"
}

saves_what_is_exported() {
    CODE=200 BODY=package
    (cd "$HAETAE_HOME" && HAETAE_TOKEN=secret problem_export --url http://judge sums) >/dev/null
    equal package "$(cat "$HAETAE_HOME/sums.zip")"
}

check 'a new problem is complete' new_problem_is_complete
check 'nothing that is there is overwritten' ends 1 'there already' "$HAETAE_TOP/haetae" problem new "$HAETAE_HOME"
check 'an import says what came of it' tells_what_was_imported
check 'nothing that a package says moves a terminal' shows_nothing_that_moves_a_terminal
check 'reasons are shown as a table' shows_reasons_as_a_table
CODE=422 BODY='{}'
check 'a refusal ends with 1' ends 1 'answers 422' import
check 'slug and visibility are sent' says_slug_and_visibility
check 'a token is no argument' keeps_the_token_from_the_arguments
check 'an export is saved' saves_what_is_exported
unset -f curl
check 'a server that is not there ends with 2' ends 2 'haetae: ' env HAETAE_TOKEN=x "$HAETAE_TOP/haetae" problem export --url http://127.0.0.1:1 sums
check 'without a system there is nobody to ask' ends 2 'name one by --url' problem_export sums
