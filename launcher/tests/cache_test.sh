#!/usr/bin/env bash
# What the AOT caches of API and worker hold, by one of javac's that is made as theirs are.
. "$(dirname "$0")/checks.sh"

need_jdk
CACHE=$HAETAE_HOME/javac.aot

# javac OPTION…
javac() {
    "$JDK/bin/java" "@$HAETAE_TOP/docker/jvm.options" "$@" -m jdk.compiler/com.sun.tools.javac.Main --version
}

holds_no_machine_code() {
    local said
    said=$(javac -XX:AOTCache="$CACHE" -XX:AOTMode=on "-Xlog:aot+codecache*=info") || return 1
    [[ $said == *'javac 25'* && $said != *'AOT code entries'* ]] || {
        echo "$said"
        return 1
    }
}

check 'a cache is made' javac -XX:AOTCacheOutput="$CACHE"
check 'a cache holds nothing that only the processor it was made on can run' holds_no_machine_code
