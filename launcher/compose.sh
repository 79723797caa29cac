# The compose files, looked at by docker compose itself, which needs no engine for that. Debian 13 has it as one static program.

readonly COMPOSE_SYSTEMS=(compose.yaml docker/judge-server/compose.yaml)

# compose_tests: fails when a file is not valid. Where the program cannot be had that is said, and nothing fails.
compose_tests() {
    local compose file
    if ! compose=$(compose_program); then
        say "compose files are not looked at: docker-compose cannot be fetched from $DEBIAN_MIRROR"
        return
    fi
    for file in "${COMPOSE_SYSTEMS[@]}"; do
        say "looking at $file"
        HAETAE_BROKER=broker.example HAETAE_API_URL=https://api.example \
            "$compose" --profile '*' --file "$HAETAE_TOP/$file" --file "$HAETAE_TOP/docker/process-numbers.yaml" config --quiet || die "$file is not valid"
    done
}

# compose_program → its path, having fetched it when it was missing.
compose_program() {
    local program
    program=$GUEST_CACHE/compose-$(declare -f fetch_compose write_apt_configuration | sha256sum | cut -c 1-16)/docker-compose
    [[ -x $program ]] || fetch_compose "$program" >"$LOGS/compose.log" 2>&1 || return
    echo "$program"
}

fetch_compose() (
    work=$(mktemp -d "$HAETAE_HOME/compose.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    write_apt_configuration trixie "$work"
    export APT_CONFIG=$work/apt.conf
    cd "$work" && apt-get -q update && apt-get -q download docker-compose && dpkg-deb -x docker-compose_*.deb files \
        && mkdir -p "${1%/*}" && cp files/usr/libexec/docker/cli-plugins/docker-compose "$1.new" && mv "$1.new" "$1"
)
