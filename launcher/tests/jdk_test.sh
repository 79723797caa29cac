#!/usr/bin/env bash
# Finding JDK 25, with JAVA_HOME or without it.
. "$(dirname "$0")/checks.sh"

# jdk DIRECTORY VERSION: what is_jdk25 looks at.
jdk() {
    mkdir -p "$1/bin"
    printf '#!/bin/sh\n' | tee "$1/bin/java" "$1/bin/javac" >"$1/bin/jar"
    chmod +x "$1"/bin/*
    printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# found NAME=VALUE…: in an environment with nothing else.
found() {
    # shellcheck disable=SC2016 # for the inner shell
    env -i PATH="$PATH" "$@" bash -c '. "$1/haetae"; find_jdk' bash "$HAETAE_TOP"
}

jdk "$HAETAE_HOME/seventeen" 17.0.1
jdk "$HAETAE_HOME/user/.jdks/ours" 25.0.1
jdk "$HAETAE_HOME/another" 25

prefers_java_home() {
    equal "$HAETAE_HOME/another" "$(found JAVA_HOME="$HAETAE_HOME/another")"
}

passes_over_an_older_java_home() {
    equal "$HAETAE_HOME/another" "$(found JAVA_HOME="$HAETAE_HOME/seventeen" JAVA25_HOME="$HAETAE_HOME/another")"
}

finds_one_in_path() {
    equal "$HAETAE_HOME/another" "$(found PATH="$HAETAE_HOME/another/bin:$PATH")"
}

finds_one_by_itself() {
    is_jdk25 "$(found HOME="$HAETAE_HOME/user")"
}

# shellcheck disable=SC2317 # need_jdk calls it
without_one() {
    find_jdk() { return 1; }
    need_jdk
}

check 'JAVA_HOME comes first' prefers_java_home
check 'an older JAVA_HOME is passed over' passes_over_an_older_java_home
check 'one in PATH is found' finds_one_in_path
check 'one is found without JAVA_HOME' finds_one_by_itself
check 'without one it is said where to get it' ends 99 'No JDK 25 in $JAVA_HOME' without_one
