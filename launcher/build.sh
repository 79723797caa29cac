# Building: Maven runs only when the content of what it builds from has changed.

readonly BUILT=("$HAETAE_TOP/api/target/haetae-api.jar" "$HAETAE_TOP/judge-worker/target/haetae-judge-worker.jar"
    "$HAETAE_TOP/judge-worker/target/haetae-runner" "$HAETAE_TOP/system-test/target/classes/dev/haetae/system/Bench.class")
# What Maven last built: the sources' hash, then size and time of each result. A build by hand changes the latter.
readonly BUILT_STAMP=$HAETAE_TOP/target/built-by-haetae

# source_hash → one hash over names and contents of all that the programs are built from and prepared with.
source_hash() (
    cd "$HAETAE_TOP"
    {
        echo "$JDK"
        find pom.xml .mv[n] docker/ahead.s[h] docker/jvm.option[s] ./*/pom.xml ./*/src ./*/nativ[e] \( -name target -o -path '*/src/test' -o -path '*/native/tests' -o -path './deploy/*' \) -prune -o -type f -print0 \
            | LC_ALL=C sort -z | xargs -0 sha256sum
    } | sha256sum | cut -c 1-16
)

built_files() {
    stat -c '%n %s %Y' "${BUILT[@]}" 2>/dev/null
}

# build: afterwards target/ holds the programs of the current sources; sets SOURCE_HASH.
build() {
    SOURCE_HASH=$(source_hash)
    [[ "$(cat "$BUILT_STAMP" 2>/dev/null)" != "$SOURCE_HASH"$'\n'"$(built_files)" ]] || return 0
    say "building with Maven, which downloads libraries the first time (log: $LOGS/build.log)"
    run_maven -DskipTests -Dspotless.check.skip=true package 2>&1 | tee "$LOGS/build.log" | show_modules \
        || die "The build failed: $(grep -m 1 -oE '\[ERROR\] .+' "$LOGS/build.log" | cut -c 1-300); log: $LOGS/build.log"
    mkdir -p "${BUILT_STAMP%/*}"
    printf '%s\n%s\n' "$SOURCE_HASH" "$(built_files)" >"$BUILT_STAMP"
    say "built"
}

# One line of progress for each module, from Maven's own output.
show_modules() {
    local line
    while read -r line; do
        [[ ! $line =~ Building\ (.*)\ [0-9].*\[([0-9]+)/([0-9]+)\] ]] \
            || say "building ${BASH_REMATCH[1]} (${BASH_REMATCH[2]} of ${BASH_REMATCH[3]})"
    done
}

# take_what_is_built: for a caller that has built by itself. This home is never built for again.
take_what_is_built() {
    local file
    for file in "${BUILT[@]}"; do
        [[ -e $file ]] || die "${file#"$HAETAE_TOP"/} is not built: run ./haetae up without --no-build"
    done
    SOURCE_HASH=taken-$(built_files | sha256sum | cut -c 1-16)
}

# build_unless_taken: for a system that runs already.
build_unless_taken() {
    [[ "$(cat "$HAETAE_HOME/app/hash" 2>/dev/null)" != taken-* ]] || return 0
    build
    install_programs
}

run_maven() (
    cd "$HAETAE_TOP"
    umask 022 # what is built is no secret, and a program in its sandbox has to read what tests show it
    # Maven's own libraries make JDK 25 warn.
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    JAVA_HOME=$JDK exec mvn --batch-mode --no-transfer-progress "$@"
)
