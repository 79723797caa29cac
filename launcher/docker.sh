# The same system in containers, by compose.yaml. A home that was started so holds the file `docker`, the name of its compose project, and
# the two ways do not mix in one home: their data is not the same.

docker_home() {
    [[ -s $HAETAE_HOME/docker ]]
}

# choose_way WANTED: a home stays what it was started as. WANTED is 'native', 'docker' or empty.
choose_way() {
    if docker_home; then
        [[ $1 != native ]] || die "The system at $HAETAE_HOME runs in containers: choose another HAETAE_HOME, or remove it by ./haetae down --purge"
    elif [[ $1 == docker ]]; then
        [[ ! -s $HAETAE_HOME/admin-password ]] \
            || die "The system at $HAETAE_HOME runs without containers: choose another HAETAE_HOME, or remove it by ./haetae down --purge"
        need_docker
    fi
}

need_docker() {
    local said
    command -v docker >/dev/null || die "There is no docker here: ./haetae up --native runs without it"
    docker compose version >/dev/null 2>&1 || die "docker has no compose here: install Docker's compose plugin, or run ./haetae up --native"
    said=$(timeout 20 docker version --format '{{.Server.Version}}' 2>&1) \
        || die "No Docker engine answers (${said##*$'\n'}): start one, or run ./haetae up --native"
    command -v curl >/dev/null || die "There is no curl here, by which problems/ are imported"
}

# compose ARGUMENT…: about this home's containers. Compose itself reads compose.override.yaml and .env beside compose.yaml.
compose() (
    cd "$HAETAE_TOP" || exit
    export HAETAE_PORT=${PORT[api]:-8080}
    if [[ -s $HAETAE_HOME/languages ]]; then
        HAETAE_LANGUAGES=$(cat "$HAETAE_HOME/languages")
        export HAETAE_LANGUAGES
    fi
    exec docker compose --project-name "$(cat "$HAETAE_HOME/docker")" "$@" 9>&-
)

# compose_files → the files to start from, as COMPOSE_FILE has them.
compose_files() {
    local files=compose.yaml version
    [[ ! -f $HAETAE_TOP/compose.override.yaml ]] || files+=:compose.override.yaml
    version=$(docker version --format '{{.Server.Version}}')
    ((${version%%.*} < 23)) || files+=:docker/process-numbers.yaml
    echo "$files"
}

# The clone's own home has the name that compose.yaml gives, so that `docker compose` beside it speaks of the same system.
docker_project() {
    [[ $HAETAE_HOME == "$HAETAE_TOP/.haetae" ]] && echo haetae || echo "haetae-$(sha256sum <<<"$HAETAE_HOME" | cut -c 1-8)"
}

# docker_pack DIRECTORY → a zip of it, by the API's own JDK: the host needs none.
docker_pack() {
    # shellcheck disable=SC2016 # for the container's shell
    tar --create --directory "$1" . | compose exec -T api sh -c 'd=$(mktemp -d) && tar -x --no-same-owner -C "$d" \
        && /usr/lib/jvm/java/bin/jar --create --no-manifest -C "$d" . && rm -rf "$d"'
}

docker_down() {
    local volumes=()
    need_docker
    load_ports
    [[ -z $1 ]] || volumes=(--volumes)
    compose --profile '*' down "${volumes[@]}" 2>&1 | tee "$LOGS/docker.log" \
        || die "Docker could not stop it: $(tail -n 1 "$LOGS/docker.log")"
}

# docker_state: one line for each service. Fails unless all are ready.
docker_state() {
    { compose config --services && compose ps --all --format '{{.Service}} {{.State}} {{.Health}}'; } | awk '
        $1 == "secrets" { next }
        NF == 1 { wanted[$1]; next }
        { seen[$1]++; if ($2 != "running" || ($3 != "" && $3 != "healthy")) bad[$1] = $2 != "running" ? $2 : $3 }
        END {
            for (name in wanted) {
                state = !(name in seen) ? "stopped" : name in bad ? bad[name] : "ready"
                if (state != "ready") failed = 1
                printf "%-11s %s\n", name, state | "sort"
            }
            close("sort")
            exit failed
        }'
}

docker_status() {
    need_docker
    load_ports
    printf '%-11s %s\n' SERVICE STATE
    docker_state || exit 3
    echo "$(api_url) (administrator 'admin', password in $HAETAE_HOME/admin-password)"
}

docker_logs() {
    local arguments=() word
    for word; do
        case $word in
            -f | --follow) arguments+=(--follow) ;;
            -*) usage_error "logs has no option '$word'" ;;
            *) arguments+=("$word") ;;
        esac
    done
    need_docker
    compose logs --tail 200 "${arguments[@]}"
}
