# problem import|export: packages to and from a running system, over its HTTP API. What the server says is shown without anything that
# could move a terminal.

SCRATCH=''

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

progress() {
    [[ ! -t 2 ]] || printf '%s\n' "$*" >&2
}
