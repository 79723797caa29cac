# Progress on stdout, and the one line on stderr that a failure gets.

readonly STARTED_AT=$EPOCHREALTIME

# elapsed → seconds since the command began, with one decimal.
elapsed() {
    local tenths=$(((${EPOCHREALTIME/[.,]/} - ${STARTED_AT/[.,]/}) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# say TEXT…: one line of progress.
say() {
    printf '%7s s  %s\n' "$(elapsed)" "$*"
    [[ ! -d ${LOGS:-} ]] || printf '%(%FT%T)T %s\n' -1 "$*" >>"$LOGS/haetae.log" 2>/dev/null || true
}

# die TEXT…: ends the command with status 1; what it had started is stopped by the EXIT trap.
die() {
    trap - ERR
    printf 'haetae: %s\n' "$*" >&2
    end_failed
}

# A command that nobody expected to fail ends here, with the place, instead of silently.
unexpected() {
    local status=$1 line=$2 file=$3 command=$4
    trap - ERR
    ((status == SAID)) || printf 'haetae: "%s" failed with status %d (%s:%d)%s\n' \
        "$command" "$status" "${file##*/}" "$line" "${LOGS:+; logs: $LOGS}" >&2
    end_failed
}

# A subshell ends with a status that tells the shell above that the line is written already.
readonly SAID=99
end_failed() {
    ((BASH_SUBSHELL == 0)) || exit "$SAID"
    exit 1
}
trap 'unexpected $? "$LINENO" "${BASH_SOURCE[0]}" "$BASH_COMMAND"' ERR

# usage_error TEXT: status 2 and where to read on.
usage_error() {
    trap - ERR
    printf 'haetae: %s. See ./haetae --help\n' "$1" >&2
    exit 2
}
