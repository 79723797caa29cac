# PostgreSQL: a cluster of our own, on loopback by password only. The superuser has no password, so nobody can log in as it.

postgresql_data() {
    echo "$HAETAE_HOME/postgresql"
}

# find_postgresql → the directory of the programs: of the version that made the data, else the newest.
find_postgresql() {
    local version programs
    { read -r version <"$(postgresql_data)/PG_VERSION"; } 2>/dev/null || version='*'
    # shellcheck disable=SC2206 # the pattern
    programs=(/usr/lib/postgresql/$version/bin/postgres)
    ((${#programs[@]} > 0)) || return 1
    dirname "$(printf '%s\n' "${programs[@]}" | sort -V | tail -n 1)"
}

# Sets AS_POSTGRES, what has to stand before a command of the server. The server refuses to be root, so it runs as whoever owns
# its data: the package's user, or who began without being root. Where that user cannot reach the data, below a home that is closed to others, the data is shown to it as
# /var/lib/postgresql in a mount namespace that only the server has.
set_as_postgres() {
    local data drop
    data=$(postgresql_data)
    if ((EUID != 0)); then
        AS_POSTGRES=(env -i -C / PATH="$PATH" LC_ALL=C.UTF-8 PGDATA="$data")
        return
    fi
    drop=(setpriv --reuid="$(stat -c %u "$data")" --regid="$(stat -c %g "$data")" --clear-groups --inh-caps=-all --reset-env
        env -C / LC_ALL=C.UTF-8)
    if "${drop[@]}" test -x "$data" 2>/dev/null; then
        AS_POSTGRES=("${drop[@]}" PGDATA="$data")
        return
    fi
    # shellcheck disable=SC2016 # for the inner shell
    AS_POSTGRES=(unshare --mount --propagation private sh -c 'mount --bind "$1" "$2" && shift 2 && exec "$@"' sh
        "$data" /var/lib/postgresql "${drop[@]}" PGDATA=/var/lib/postgresql)
}

postgresql_initialise() {
    local bin=$1 log=$LOGS/postgresql.log data
    data=$(postgresql_data)
    rm -rf "$data"
    mkdir -p "$data"
    ((EUID != 0)) || chown postgres: "$data"
    set_as_postgres
    "${AS_POSTGRES[@]}" "$bin/initdb" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
        >>"$log" 2>&1 </dev/null || die "The database cluster could not be made: $(tail -n 1 "$log"); log: $log"
    {
        echo "listen_addresses = '127.0.0.1'"
        echo "unix_socket_directories = ''"
        echo "max_connections = 200"
        # The defaults are for the smallest of machines.
        printf '%s\n' 'shared_buffers = 256MB' 'max_wal_size = 2GB'
        # Tests need not survive the machine.
        [[ -z $TEST_INSTANCES ]] || printf '%s\n' 'fsync = off' 'full_page_writes = off' 'synchronous_commit = off'
    } >>"$data/postgresql.conf"
    echo 'host all all 127.0.0.1/32 scram-sha-256' >"$data/pg_hba.conf"
    printf '%s\n' \
        "create role haetae login ${TEST_INSTANCES:+createdb} password '$(secret postgresql-password)'" \
        'create database haetae owner haetae' \
        | "${AS_POSTGRES[@]}" "$bin/postgres" --single postgres >>"$log" 2>&1 \
        || die "The database could not be made: $(tail -n 1 "$log"); log: $log"
    touch "$data/made-by-haetae"
    say "made the database cluster"
}

postgresql_start() {
    local bin
    bin=$(find_postgresql) \
        || die "$(postgresql_data) was made by PostgreSQL $(cat "$(postgresql_data)/PG_VERSION"), which is not installed"
    [[ -f $(postgresql_data)/made-by-haetae ]] || postgresql_initialise "$bin"
    postgresql_forget_the_killed
    set_as_postgres
    spawn postgresql "${AS_POSTGRES[@]}" "$bin/postgres" -p "${PORT[postgresql]}"
}

# After a kill -9 the server's children end by themselves, but a new server must not start before they have. It would also
# refuse to as long as nobody has reaped the old one, so the lock file goes once no process works in the directory.
postgresql_forget_the_killed() {
    local data
    data=$(stat -c %d:%i "$(postgresql_data)")
    for _ in {1..100}; do
        if ! stat -L -c %d:%i /proc/[0-9]*/cwd 2>/dev/null | grep -qx "$data"; then
            rm -f "$(postgresql_data)/postmaster.pid"
            return
        fi
        sleep 0.1
    done
    die "Processes of an earlier PostgreSQL still work in $(postgresql_data); log: $LOGS/postgresql.log"
}

# The server keeps its state in the last line of postmaster.pid.
postgresql_ready() {
    local -a lines
    { mapfile -t lines <"$(postgresql_data)/postmaster.pid"; } 2>/dev/null || return 1
    [[ ${lines[0]:-} == "$(pid_of postgresql)" && ${lines[7]:-} == ready* ]]
}

# SIGINT is the fast shutdown: sessions are ended, everything is written.
postgresql_stop() {
    terminate postgresql 30 INT
}
