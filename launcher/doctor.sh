# doctor: what this machine can and cannot do for judging, and how to mend it.

DOCTOR_STATUS=0

good() { printf ' ok   %s\n' "$*"; }
note() { printf ' --   %s\n' "$*"; }
bad() {
    printf ' !!   %s\n' "$*"
    DOCTOR_STATUS=1
}

cmd_doctor() {
    parse_up "$@"
    load_ports
    doctor_java
    doctor_packages
    doctor_ports
    doctor_disk
    doctor_kernel
    doctor_docker
    doctor_runner
    exit "$DOCTOR_STATUS"
}

doctor_java() {
    if JDK=$(find_jdk); then
        good "JDK 25: $JDK"
    else
        bad "no JDK 25: install one (for example temurin-25-jdk from https://adoptium.net) or set JAVA_HOME"
    fi
}

doctor_packages() {
    local -a missing
    choose_languages "$UP_LANGUAGES"
    mapfile -t missing < <(missing_packages "$LANGUAGES" | sort -u)
    if ((${#missing[@]} == 0)); then
        good "packages for the services, the build and these languages: $LANGUAGES"
    elif ((EUID == 0)); then
        note "packages that ./haetae up will install: ${missing[*]}"
    else
        bad "packages are missing: apt-get update && apt-get install -y --no-install-recommends ${missing[*]} (as root)"
    fi
}

doctor_ports() {
    local name port
    choose_api_port
    for name in api management; do
        port=${PORT[$name]}
        if runs api; then
            good "port $port ($name): ours"
        elif port_taken "$port"; then
            bad "port $port ($name) is taken by another process: HAETAE_PORT=$(free_pair) ./haetae up"
        else
            good "port $port ($name) is free"
        fi
    done
}

doctor_disk() {
    local directory=$HAETAE_HOME free
    while [[ ! -d $directory ]]; do
        directory=$(dirname "$directory")
    done
    free=$(df -Pm "$directory" | awk 'NR == 2 { print $4 }')
    if ((free >= 1000)); then
        good "disk: $free MiB free for $HAETAE_HOME"
    else
        bad "disk: only $free MiB free for $HAETAE_HOME, 1000 MiB are needed: name another place by HAETAE_HOME"
    fi
}

doctor_kernel() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
    good "kernel $(uname -r), $processors processors, $memory MiB of memory"
    ((processors > 1)) || note "with one processor the judge shares it with everything else: times are less exact"
    ((memory >= 3000)) || note "little memory: services and one judging slot want 3000 MiB"
    if ((EUID == 0)); then
        good "root, so the worker can make its sandbox"
    else
        bad "not root: the worker needs root for namespaces and cgroups; run ./haetae up as root"
    fi
    if [[ -f /sys/fs/cgroup/cgroup.controllers ]]; then
        doctor_cgroup2
    elif [[ -d /sys/fs/cgroup/memory && -d /sys/fs/cgroup/pids && -d /sys/fs/cgroup/cpuacct ]]; then
        good "cgroup v1 with memory, pids and cpuacct"
    else
        bad "no cgroup v2, and no v1 controllers memory, pids and cpuacct below /sys/fs/cgroup: limits cannot be enforced"
    fi
}

doctor_cgroup2() {
    local controllers name
    read -r controllers </sys/fs/cgroup/cgroup.controllers || true
    for name in memory pids cpu; do
        if [[ " $controllers " != *" $name "* ]]; then
            bad "cgroup v2 without the controller '$name': enable it in the host, or give the container its own cgroup"
            return
        fi
    done
    good "cgroup v2 with $controllers"
}

doctor_docker() {
    if ! command -v docker >/dev/null; then
        note "no Docker: not needed"
    elif docker_answers; then
        good "a Docker engine answers: ./haetae test uses containers, ./haetae up --docker would"
    else
        note "a Docker client without an engine: not needed"
    fi
}

doctor_runner() {
    local runner=$HAETAE_TOP/judge-worker/target/haetae-runner said line
    if [[ ! -x $runner ]]; then
        note "the runner is not built yet: after ./haetae up this says what it can enforce"
        return
    fi
    if said=$("$runner" --check 2>&1); then
        good "the runner enforces every limit:"
    else
        bad "the runner cannot enforce every limit:"
    fi
    while read -r line; do
        printf '        %s\n' "$line"
    done <<<"$said"
}
