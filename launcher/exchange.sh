# problem import|export: packages to and from a running system, over its HTTP API. What the server says is shown without anything that
# could move a terminal. Secrets go by stdin, since arguments are seen by everybody.

URL='' USER_NAME='' TOKEN='' STATUS='' SCRATCH=''

# exchange_option OPTION VALUE: one of those that both have; fails when it is none.
exchange_option() {
    case $1 in
        --url) URL=${2:-} ;;
        --user) USER_NAME=${2:-} ;;
        *) return 1 ;;
    esac
    [[ -n ${2:-} ]] || usage_error "$1 needs a value"
}

problem_import() {
    local package='' query='' answer
    while (($# > 0)); do
        case $1 in
            --slug) [[ ${2:-} =~ ^[a-z0-9-]{1,64}$ ]] || usage_error "--slug takes lower-case letters, digits and hyphens"
                query+="&slug=$2" && shift ;;
            --hidden) query+='&visibility=HIDDEN' ;;
            -*) exchange_option "$@" || usage_error "problem import has no option '$1'" && shift ;;
            *)
                [[ -z $package ]] || usage_error "problem import takes one package, not also '$1'"
                package=$1
                ;;
        esac
        shift
    done
    [[ -n $package ]] || usage_error 'problem import needs a package, a directory or a zip'
    [[ -e $package ]] || die "There is no package '$package'"
    use_server
    make_scratch
    local archive=$package
    if [[ -d $package ]]; then
        need_jdk
        archive=$SCRATCH/$(basename "$(cd "$package" && pwd -P)").zip
        progress "packing $package"
        "$JDK/bin/jar" --create --no-manifest --file "$archive" -C "$package" .
    fi
    progress "sending $(($(stat -c %s "$archive") / 1024)) KiB to $URL"
    answer=$SCRATCH/answer
    call --max-time 3600 --form "package=@\"$archive\";type=application/zip" "admin/problems/import?${query#&}" "$answer"
    case $STATUS in
        201) imported "$answer" ;;
        *) refused "$answer" ;;
    esac
}

problem_export() {
    local slug='' output='' archive
    while (($# > 0)); do
        case $1 in
            --output) [[ -n ${2:-} ]] || usage_error '--output needs a value'
                output=$2 && shift ;;
            -*) exchange_option "$@" || usage_error "problem export has no option '$1'" && shift ;;
            *)
                [[ -z $slug ]] || usage_error "problem export takes one problem, not also '$1'"
                slug=$1
                ;;
        esac
        shift
    done
    [[ $slug =~ ^[a-z0-9-]{1,64}$ ]] || usage_error 'problem export needs the slug of a problem'
    output=${output:-$slug.zip}
    [[ ! -e $output ]] || die "$output is there already"
    use_server
    make_scratch
    archive=$SCRATCH/package.zip
    call --max-time 3600 "admin/problems/$slug/export" "$archive"
    [[ $STATUS == 200 ]] || refused "$archive"
    mv "$archive" "$output"
    echo "$output: $(stat -c %s "$output") bytes"
}

make_scratch() {
    SCRATCH=$(mktemp -d)
    trap 'rm -rf "$SCRATCH"' EXIT
    trap 'exit 130' INT TERM
}

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

imported() {
    local answer
    answer=$(<"$1")
    printf '%s: version %s, %s, %s tests, %s solutions, time limit %s ms\n' "$(json_field slug "$answer")" \
        "$(json_field version "$answer")" "$(json_field format "$answer")" "$(json_field tests "$answer")" \
        "$(json_field jurySubmissions "$answer")" "$(json_field millis "$answer")"
    [[ ! $answer =~ \"warnings\":\[(.*)\] ]] || json_texts "${BASH_REMATCH[1]}" | sed 's/^/warning: /'
}

# refused FILE: what the server says, its reasons as a table of places and what is wrong there; ends with 1.
refused() {
    local answer
    answer=$(<"$1")
    printf 'haetae: %s answers %s: %s\n' "$URL" "$STATUS" "$(json_field detail "$answer" | grep . || json_field title "$answer")" >&2
    { grep -oE '"message":"([^"\\]|\\.)*"' "$1" || true; } | sed 's/^"message"://' | while IFS= read -r reason; do
        json_texts "$reason"
    done | awk '
        {
            at = match($0, /: /)
            place[NR] = at ? substr($0, 1, at - 1) : ""
            reason[NR] = at ? substr($0, at + 2) : $0
            if (length(place[NR]) > width) width = length(place[NR])
        }
        END { for (i = 1; i <= NR; i++) printf "  %-" width "s  %s\n", place[i], reason[i] }' >&2
    exit 1
}

# cannot_ask TEXT: nothing is known of the problem; ends with 2.
cannot_ask() {
    trap - ERR
    printf 'haetae: %s\n' "$(shown "$1")" >&2
    exit 2
}

progress() {
    [[ ! -t 2 ]] || printf '%s\n' "$*" >&2
}

# json_text TEXT → the text in JSON; a password may hold anything but a line's end.
json_text() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

# json_field NAME JSON → the first value of that name.
json_field() {
    [[ $2 =~ \"$1\":(\"([^\"\\]|\\.)*\"|[0-9]+) ]] || return 0
    if [[ ${BASH_REMATCH[1]} == \"* ]]; then
        json_texts "${BASH_REMATCH[1]}"
    else
        echo "${BASH_REMATCH[1]}"
    fi
}

# json_texts JSON → each text of a list, a line each. Escaped control characters stay escaped.
json_texts() {
    { grep -oE '"([^"\\]|\\.)*"' <<<"$1" || true; } | sed -e 's/^"//; s/"$//' -e 's/\\"/"/g; s/\\\//\//g; s/\\\\/\\/g' | while IFS= read -r line; do
        shown "$line"
    done
}

# shown TEXT → the text without control characters, those behind U+007F and of writing direction among them, whatever the locale.
shown() {
    LC_ALL=C sed 's/\xc2[\x80-\x9f]/?/g; s/\xe2\x80[\x8b-\x8f\xaa-\xae]/?/g; s/\xe2\x81[\xa0-\xaf]/?/g' <<<"${1//[[:cntrl:]]/?}"
}
