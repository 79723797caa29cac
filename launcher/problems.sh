# Importing problems/ through the API, each only when its content changed since its last import.

# problem_hash DIRECTORY → one hash over names and contents.
problem_hash() (
    cd "$1"
    find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
)

import_problems() {
    local directory name hash token=
    for directory in "$HAETAE_TOP"/problems/*/; do
        name=$(basename "$directory")
        [[ -f $directory/problem.yaml || -f $directory/problem.xml ]] || continue
        hash=$(problem_hash "$directory")
        [[ "$(cat "$HAETAE_HOME/imported/$name" 2>/dev/null)" != "$hash" ]] || continue
        [[ -n $token ]] || token=$(admin_token)
        import_problem "$directory" "$name" "$token"
        echo "$hash" >"$HAETAE_HOME/imported/$name"
        say "imported problem $name"
    done
}

# admin_token → an access token of the administrator. Secrets go by stdin, since arguments are seen by everybody.
admin_token() {
    local answer
    answer=$(printf '{"username":"admin","password":"%s"}' "$(secret admin-password)" \
        | curl -sS --max-time 30 -H 'Content-Type: application/json' --data @- "$(api_url)/api/v1/auth/login" 2>&1) || true
    [[ $answer =~ \"accessToken\":\"([^\"]+)\" ]] \
        || die "The administrator cannot log in, so problems/ cannot be imported: $answer; log: ./haetae logs api"
    echo "${BASH_REMATCH[1]}"
}

import_problem() {
    local zip=$HAETAE_HOME/imported/$2.zip answer
    if docker_home; then
        docker_pack "$1" >"$zip"
    else
        "$JDK/bin/jar" --create --no-manifest --file "$zip" -C "$1" .
    fi
    answer=$(send_package "$zip" "$2" "$3")
    rm -f "$zip"
    [[ ${answer##*$'\n'} == 201 ]] || die "problems/$2 cannot be imported: ${answer%$'\n'*}; log: ./haetae logs api"
}

# send_package ZIP SLUG TOKEN → the answer, and on a line of its own its status.
send_package() {
    printf 'header = "Authorization: Bearer %s"\n' "$3" \
        | curl -sS --config - --max-time 300 --write-out '\n%{http_code}' --form "package=@$1;type=application/zip" \
            "$(api_url)/api/v1/admin/problems/import?slug=$2" 2>&1 || true
}
