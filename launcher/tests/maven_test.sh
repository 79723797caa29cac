#!/usr/bin/env bash
# Maven itself, started on an older JDK: it takes a JDK 25 that it finds, else says what to install.
. "$(dirname "$0")/checks.sh"

# older_jdk → one that Maven can be started on.
older_jdk() {
    local directory
    for directory in /usr/lib/jvm/*17* /usr/lib/jvm/*21*; do
        if [[ -x $directory/bin/java ]]; then
            echo "$directory"
            return
        fi
    done
    return 1
}

if ! OLDER=$(older_jdk) || ! command -v mvn >/dev/null; then
    printf '  --    not tested: Maven on an older JDK, without which it is not there\n'
    exit
fi

# validate VERSIONS: with a project that is the real one's top alone, and wants a JDK of these versions.
validate() {
    sed "s/\[25,26)/$1/; /<modules>/,/<\/modules>/d" "$HAETAE_TOP/pom.xml" >"$HAETAE_HOME/pom.xml"
    JAVA_HOME=$OLDER mvn --batch-mode --no-transfer-progress --file "$HAETAE_HOME/pom.xml" validate
}

takes_a_jdk_25() {
    local said
    said=$(validate '[25,26)') || { echo "$said"; return 1; }
    [[ $said == *"toolchain: JDK["*25* ]] || { echo "$said"; return 1; }
}

says_what_to_install() {
    local said
    ! said=$(validate '[99,100)') || return 1
    grep -q '^\[ERROR\].*needs a JDK 25 below /usr/lib/jvm or in JAVA25_HOME' <<<"$said" || { echo "$said"; return 1; }
}

check 'an older JDK finds a JDK 25' takes_a_jdk_25
check 'without a JDK 25 Maven says what it needs' says_what_to_install
