# The programs as they run: beside what was built, so that a build never touches a running system.

# install_programs: puts what was built where it runs. Jars are unpacked, which start faster than a jar of jars, and Spring finds out once
# what it would find out at each of the API's starts.
install_programs() {
    local app=$HAETAE_HOME/app name
    [[ "$(cat "$app/hash" 2>/dev/null)" != "$SOURCE_HASH" ]] || return 0
    need_disk 300
    rm -rf "$app" "$app.new"
    mkdir -p "$app.new"
    for name in haetae-api haetae-judge-worker; do
        "$JDK/bin/java" -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$(built_jar "$name")" extract \
            --destination "$app.new/$name" >>"$LOGS/build.log" 2>&1 || die "$name.jar cannot be unpacked; log: $LOGS/build.log"
    done
    PATH=$JDK/bin:$PATH "$HAETAE_TOP/docker/ahead.sh" "$app.new/haetae-api/haetae-api.jar" dev.haetae.api.ApiApplication \
        >>"$LOGS/build.log" 2>&1 || die "haetae-api.jar cannot be prepared for its starts; log: $LOGS/build.log"
    cp "$HAETAE_TOP/judge-worker/target/haetae-runner" "$app.new/"
    echo "$SOURCE_HASH" >"$app.new/hash"
    mv "$app.new" "$app"
}

built_jar() {
    printf '%s\n' "${BUILT[@]}" | grep "/$1\.jar$"
}

aot_cache() {
    echo "$HAETAE_HOME/app/$1.aot"
}

# program NAME → the jar of the API or the worker.
program() {
    echo "$HAETAE_HOME/app/$(program_name "$1")/$(program_name "$1").jar"
}

program_name() {
    local -A names=([api]=haetae-api [worker]=haetae-judge-worker)
    echo "${names[$1]}"
}

# train_programs: lets each program start once until it is ready, and end, and keeps what the JVM learnt (an AOT cache), with which it
# starts in half the time. A program that cannot be trained starts without; where few starts follow it is not worth its time.
train_programs() {
    local name untrained=()
    [[ -n $FAST_STARTS ]] || return 0
    for name in api worker; do
        [[ -f $(aot_cache "$name") ]] || untrained+=("$name")
    done
    ((${#untrained[@]} > 0)) || return 0
    say "training ${untrained[*]} for fast starts"
    for name in "${untrained[@]}"; do
        # An empty file says that it was tried.
        touch "$(aot_cache "$name")"
        "${name}_start" -training -XX:AOTCacheOutput="$(aot_cache "$name")"
    done
    for name in "${untrained[@]}"; do
        end_training "$name"
    done
}

# end_training NAME: the cache is made while the program ends, by another JVM.
end_training() {
    local deadline=$((SECONDS + 60))
    until "$1_is_there" || ! runs "$1-training" || ((SECONDS >= deadline)); do
        sleep 0.1
    done
    terminate "$1-training" 120
}

# spawn_program NAME [SUFFIX JAVA-OPTION…]: starts the API or the worker, from the plain jar where PLAIN_STARTS is set, and without a cache
# where there are options of its own. What an earlier one left half-done, such as an upload, is removed.
spawn_program() {
    local name=$1 suffix=${2:-} options=("${JAVA_OPTIONS[@]}") jar cache temporary=$HAETAE_HOME/tmp/$1
    jar=$(program "$name")
    cache=$(aot_cache "$name")
    rm -rf "$temporary"
    mkdir -p "$temporary"
    options+=(-Djava.io.tmpdir="$temporary" "${@:3}")
    if [[ -n ${PLAIN_STARTS:-} ]]; then
        jar=$(built_jar "$(program_name "$name")")
    elif [[ -s $cache && -z $suffix ]]; then
        options+=(-XX:AOTCache="$cache")
    fi
    spawn "$name$suffix" "$JDK/bin/java" "${options[@]}" -jar "$jar"
}
