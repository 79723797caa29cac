# JDK 25: found by itself, whatever `java` in PATH is.

# is_jdk25 DIRECTORY: judged by the release file, without starting a JVM.
is_jdk25() {
    [[ -x $1/bin/java && -x $1/bin/javac && -x $1/bin/jar ]] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"
}

# find_jdk → the directory of a JDK 25.
find_jdk() {
    local candidate javac=
    javac=$(readlink -f "$(command -v javac || true)" 2>/dev/null) || true
    for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${javac%/bin/javac}" \
        /usr/lib/jvm/* /opt/* /opt/*/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
        if [[ -n $candidate ]] && is_jdk25 "$candidate"; then
            readlink -f "$candidate"
            return
        fi
    done
    return 1
}

need_jdk() {
    JDK=$(find_jdk) || die "No JDK 25 in \$JAVA_HOME, \$JAVA25_HOME, /usr/lib/jvm or /opt: install one (for example temurin-25-jdk from https://adoptium.net) or set JAVA_HOME"
}
