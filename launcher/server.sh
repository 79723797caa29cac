# A running system's HTTP API, which is asked by curl. Secrets go by stdin, since arguments are seen by everybody.

URL='' USER_NAME='' TOKEN='' STATUS=''

# Where to and as whom: sets URL and TOKEN. The system of this home and its administrator, unless something else is said.
use_server() {
    TOKEN=${HAETAE_TOKEN:-}
    if [[ -z $URL ]]; then
        load_ports
        [[ -n ${PORT[api]:-} ]] || cannot_ask "no system was ever up in $HAETAE_HOME: name one by --url"
        URL=$(api_url)
        [[ -n $TOKEN$USER_NAME || ! -r $HAETAE_HOME/admin-password ]] || log_in admin "$(secret admin-password)"
    fi
    URL=${URL%/}
    [[ -z $TOKEN ]] || return 0
    [[ -n $USER_NAME ]] || usage_error 'Who asks? Give --user NAME, or a token by HAETAE_TOKEN'
    log_in "$USER_NAME" "$(password_of "$USER_NAME")"
}

# password_of USER → from the environment, the terminal or standard input.
password_of() {
    local password=${HAETAE_PASSWORD:-}
    if [[ -z $password && -t 0 ]]; then
        read -rs -p "Password of $1: " password
        echo >&2
    elif [[ -z $password ]]; then
        read -r password || true
    fi
    echo "$password"
}

# log_in USER PASSWORD: sets TOKEN.
log_in() {
    local answer
    answer=$(printf '{"username":%s,"password":%s}' "$(json_text "$1")" "$(json_text "$2")" \
        | curl -sS --max-time 30 -H 'Content-Type: application/json' --data @- "$URL/api/v1/auth/login" 2>&1) || cannot_ask "$answer"
    [[ $answer =~ \"accessToken\":\"([^\"]+)\" ]] || cannot_ask "$1 cannot log in at $URL: $(json_field detail "$answer")"
    TOKEN=${BASH_REMATCH[1]}
}

# call CURL-OPTION… PATH FILE: the answer's body in FILE, its status in STATUS.
call() {
    local file=${*: -1} path=${*: -2:1} said
    said=$(printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" \
        | curl -sS --config - --output "$file" --write-out '%{http_code}' "${@:1:$#-2}" "$URL/api/v1/$path" 2>&1) \
        || cannot_ask "${said%000}"
    STATUS=$said
}

# cannot_ask TEXT: nothing is known of the problem; ends with 2.
cannot_ask() {
    trap - ERR
    printf 'haetae: %s\n' "$(shown "$1")" >&2
    exit 2
}
