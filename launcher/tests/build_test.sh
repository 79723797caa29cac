#!/usr/bin/env bash
# What counts as a change of the sources.
. "$(dirname "$0")/checks.sh"

# A project of its own, with the real launcher.
PROJECT=$HAETAE_HOME/project
mkdir -p "$PROJECT"/{common,api}/{src/main,src/test,target}
cp -r "$HAETAE_TOP/haetae" "$HAETAE_TOP/launcher" "$PROJECT/"
touch "$PROJECT"/{pom.xml,common/pom.xml,api/pom.xml,api/src/main/A.java,api/src/test/ATests.java}

hash_of_project() {
    # shellcheck disable=SC2016 # for the inner shell
    bash -c '. "$1/haetae" && JDK=jdk && source_hash' bash "$PROJECT"
}

# unchanged_by COMMAND…: is the hash the same as before the command?
unchanged_by() {
    local before
    before=$(hash_of_project)
    "$@"
    equal "$before" "$(hash_of_project)"
}

changed_by() {
    ! unchanged_by "$@"
}

edit() {
    echo change >>"$PROJECT/$1"
}

check 'the same content is the same' unchanged_by touch -d yesterday "$PROJECT/api/src/main/A.java"
check 'a source counts' changed_by edit api/src/main/A.java
check 'a new file counts' changed_by edit api/src/main/B.java
check 'a new name counts' changed_by mv "$PROJECT/api/src/main/B.java" "$PROJECT/api/src/main/C.java"
check 'a pom counts' changed_by edit common/pom.xml
check 'a test does not count' unchanged_by edit api/src/test/ATests.java
check 'what was built does not count' unchanged_by edit api/target/A.class

# The runner's own build, without any tool in PATH.
runner_without_tools() {
    mkdir -p "$HAETAE_HOME/bin"
    ln -sf "$(command -v dirname)" "$HAETAE_HOME/bin/"
    PATH=$HAETAE_HOME/bin /bin/sh "$HAETAE_TOP/judge-worker/native/build" "$HAETAE_HOME/runner" 1
}

runner_without_gcc() {
    ln -sf "$(type -P true)" "$HAETAE_HOME/bin/make"
    runner_without_tools
}

NEEDS="and the C library's headers: apt-get install gcc make libc6-dev"
check 'without make the build says what to install' ends 1 "needs make $NEEDS" runner_without_tools
check 'without gcc the build says what to install' ends 1 "needs gcc $NEEDS" runner_without_gcc
