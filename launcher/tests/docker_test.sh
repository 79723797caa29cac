#!/usr/bin/env bash
# What is asked of docker, by a program of that name which notes its arguments and answers as told. No engine is shown by this.
. "$(dirname "$0")/checks.sh"

mkdir "$HAETAE_HOME/bin"
PATH=$HAETAE_HOME/bin:$PATH
TOLD=$HAETAE_HOME/told # files: what docker answers to the subcommand of that name, `engine` to its version; `FAIL` there means that it fails
CALLS=$HAETAE_HOME/calls
mkdir "$TOLD"
export TOLD CALLS
cat >"$HAETAE_HOME/bin/docker" <<'FAKE'
#!/usr/bin/env bash
echo "files=${COMPOSE_FILE:-} port=$HAETAE_PORT languages=${HAETAE_LANGUAGES-unset} $*" >>"$CALLS"
[[ $1 != version ]] || set -- engine
for word; do
    if [[ -f $TOLD/$word ]]; then
        cat "$TOLD/$word"
        ! grep -q FAIL "$TOLD/$word"
        exit
    fi
done
FAKE
chmod +x "$HAETAE_HOME/bin/docker"
echo 20.10.24 >"$TOLD/engine"
printf '%s\n' secrets api web worker >"$TOLD/config"
RUNNING=$'secrets exited \napi running healthy\nweb running healthy\nworker running healthy'

# A home of its own for each check, since check runs in a subshell.
home() {
    use_home "$HAETAE_HOME/home"
    rm -rf "$HAETAE_HOME"
    make_home
    : >"$CALLS"
}

docker_home_of_its_own() {
    home
    echo haetae-test >"$HAETAE_HOME/docker"
}

refuses_without_engine() {
    home
    echo 'cannot connect FAIL' >"$TOLD/engine"
    need_docker
}

stays_native() {
    home
    make_secrets
    choose_way docker
}

stays_in_containers() {
    docker_home_of_its_own
    choose_way native
}

starts_with_port_and_languages() {
    docker_home_of_its_own
    UP_LANGUAGES=c,cpp UP_BUILD=yes HAETAE_PORT=$(pick_port)
    docker_bring_up && grep -q "^files=compose.yaml port=$HAETAE_PORT languages=c,cpp .*--project-name haetae-test --progress plain up --detach --build --wait" "$CALLS"
}

takes_the_images_that_are_there() {
    docker_home_of_its_own
    UP_LANGUAGES='' UP_BUILD='' HAETAE_PORT=$(pick_port)
    docker_bring_up && grep -q 'languages=unset .* up --detach --no-build' "$CALLS"
}

gives_the_worker_what_a_newer_engine_can() {
    docker_home_of_its_own
    echo 28.2.2 >"$TOLD/engine"
    UP_LANGUAGES='' UP_BUILD=yes HAETAE_PORT=$(pick_port)
    docker_bring_up && grep -q '^files=compose.yaml:docker/process-numbers.yaml .* up --detach' "$CALLS"
}

leaves_files_that_were_chosen() {
    docker_home_of_its_own
    UP_LANGUAGES='' UP_BUILD=yes HAETAE_PORT=$(pick_port)
    export COMPOSE_FILE=mine.yaml
    docker_bring_up && grep -q '^files=mine.yaml .* up --detach' "$CALLS"
}

takes_down_what_did_not_start() {
    docker_home_of_its_own
    echo 'no space FAIL' >"$TOLD/up"
    UP_LANGUAGES='' UP_BUILD=yes HAETAE_PORT=$(pick_port)
    ends 99 'could not start it: no space' docker_bring_up && grep -q ' down$' "$CALLS"
}

state_is() {
    echo "$1" >"$TOLD/ps"
    docker_home_of_its_own
    docker_state
}

says_which_service_is_missing() {
    equal $'api         ready\nweb         starting\nworker      stopped' \
        "$(state_is $'secrets exited \napi running healthy\nweb running starting')"
}

purges_volumes() {
    docker_home_of_its_own
    docker_down yes && grep -q 'project-name haetae-test --profile \* down --volumes$' "$CALLS"
}

keeps_volumes() {
    docker_home_of_its_own
    docker_down '' && grep -q 'profile \* down$' "$CALLS"
}

imports_again_with_new_volumes() {
    docker_home_of_its_own
    echo old >"$HAETAE_HOME/admin-password"
    touch "$HAETAE_HOME/imported/hello"
    echo new >"$TOLD/exec"
    keep_docker_password && [[ ! -e $HAETAE_HOME/imported/hello ]] && equal new "$(secret admin-password)"
}

follows_logs_of_a_service() {
    docker_home_of_its_own
    docker_logs -f api && grep -q 'logs --tail 200 --follow api$' "$CALLS"
}

check 'an engine that does not answer is said' ends 99 'No Docker engine answers (cannot connect FAIL)' refuses_without_engine
echo 20.10.24 >"$TOLD/engine"
check 'a native home stays native' ends 99 'runs without containers' stays_native
check 'a home in containers stays there' ends 99 'runs in containers' stays_in_containers
check 'port and languages reach compose' starts_with_port_and_languages
check '--no-build takes the images that are there' takes_the_images_that_are_there
check 'a newer engine gives the worker what an older one cannot' gives_the_worker_what_a_newer_engine_can
echo 20.10.24 >"$TOLD/engine"
check 'COMPOSE_FILE is honoured' leaves_files_that_were_chosen
check 'what did not start is taken down' takes_down_what_did_not_start
rm -f "$TOLD/up"
check 'all that run and are healthy are ready' state_is "$RUNNING"
check 'each service has its state' says_which_service_is_missing
check 'one that is not ready is a failure' ends 1 '' state_is $'api running unhealthy\nweb running healthy\nworker running healthy'
rm -f "$TOLD/ps"
check 'down keeps the volumes' keeps_volumes
check 'down --purge removes the volumes' purges_volumes
check 'new volumes get the problems again' imports_again_with_new_volumes
check 'logs follow a service' follows_logs_of_a_service
