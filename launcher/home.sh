# Where everything lives. One home is one system; two homes run side by side.
#
#   $HAETAE_HOME/
#     admin-password  jwt-key  worker-token  *-password    made once, mode 0600
#     ports           NAME=PORT, one a line                languages    the chosen ids
#     run/            NAME.pid                             log/         NAME.log
#     postgresql/  rabbitmq/  redis/  blobs/  worker/      data
#     app/            the programs as they run: a build never touches a running system
#     imported/       the content of each problem that was imported
#     tmp/            of the programs, emptied when they start
#     docker          the compose project, where all runs in containers

# Not empty: services for tests only. Empty: nobody will start this system often.
TEST_INSTANCES=
FAST_STARTS=yes

readonly SERVICES=(postgresql rabbitmq redis api worker)

HAETAE_HOME=${HAETAE_HOME:-$HAETAE_TOP/.haetae}
[[ $HAETAE_HOME == /* ]] || HAETAE_HOME=$PWD/$HAETAE_HOME

# use_home DIRECTORY: from here on everything is about this home.
use_home() {
    HAETAE_HOME=${1%/}
    LOGS=$HAETAE_HOME/log
    RUN=$HAETAE_HOME/run
}
use_home "$HAETAE_HOME"

# Directories are closed to other users, but the home itself can be passed, for PostgreSQL's own user.
make_home() {
    umask 077
    mkdir -p "$HAETAE_HOME" "$LOGS" "$RUN" "$HAETAE_HOME"/{blobs,imported} 2>/dev/null \
        || die "Cannot write to $HAETAE_HOME: name another directory by HAETAE_HOME"
    chmod 0711 "$HAETAE_HOME"
}

# One command at a time changes a home; the others wait. Processes that we start must not inherit descriptor 9.
lock_home() {
    exec 9>>"$HAETAE_HOME/lock"
    if ! flock -n 9; then
        say "waiting for another haetae command on $HAETAE_HOME"
        flock 9
    fi
}

# need_disk MEBIBYTES: fails when the home's disk has less.
need_disk() {
    local free
    free=$(df -Pm "$HAETAE_HOME" | awk 'NR == 2 { print $4 }')
    ((free >= $1)) || die "Only $free MiB are free on the disk of $HAETAE_HOME, $1 MiB are needed; logs: $LOGS"
}

# make_secret NAME BYTES: random text (base64 without / and +) that is made once.
make_secret() {
    local file=$HAETAE_HOME/$1
    [[ -s $file ]] && return
    head -c "$2" /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=' >"$file.new"
    chmod 0600 "$file.new"
    mv "$file.new" "$file"
}

make_secrets() {
    make_secret admin-password 18
    make_secret worker-token 32
    make_secret postgresql-password 24
    make_secret rabbitmq-api-password 24
    make_secret rabbitmq-worker-password 24
    if [[ ! -s $HAETAE_HOME/jwt-key ]]; then
        head -c 32 /dev/urandom | base64 -w 0 >"$HAETAE_HOME/jwt-key.new"
        mv "$HAETAE_HOME/jwt-key.new" "$HAETAE_HOME/jwt-key"
    fi
}

# secret NAME → its text.
secret() {
    cat "$HAETAE_HOME/$1"
}
