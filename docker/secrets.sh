#!/usr/bin/env bash
# Makes what is secret, unless it is there: one directory for each service, which sees no other's.
set -euo pipefail
umask 077
cd "${1:-/secrets}"

readonly API_UID=10001 # of docker/Dockerfile

# make FILE BYTES: random ones, in URL-safe Base64.
make() {
    [[ -s $1 ]] || { head -c "$2" /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=' >"$1.new" && mv "$1.new" "$1"; }
}

make postgresql/password 24
make api/admin-password 18
make api/worker-token 32
make api/spring.rabbitmq.password 24
make worker/spring.rabbitmq.password 24
make api/s3-access-key 15
make api/s3-secret-key 30
[[ -s api/jwt-key ]] || { head -c 48 /dev/urandom | base64 -w 0 >api/jwt-key.new && mv api/jwt-key.new api/jwt-key; }
cp postgresql/password api/spring.datasource.password
cp api/worker-token worker/token

# shellcheck source=../launcher/rabbitmq.sh
. "${LAUNCHER:-/docker}/rabbitmq.sh"
rabbitmq_definitions "${DEFINITIONS:-/docker/definitions.json}" "$(cat api/spring.rabbitmq.password)" \
    "$(cat worker/spring.rabbitmq.password)" >rabbitmq/definitions.json

cat >s3/s3proxy.conf <<END
s3proxy.endpoint=http://0.0.0.0:9000
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=$(cat api/s3-access-key)
s3proxy.credential=$(cat api/s3-secret-key)
jclouds.provider=filesystem-nio2
jclouds.identity=unused
jclouds.credential=unused
jclouds.filesystem.basedir=/data
END

# The database and the broker give up root before they read theirs, as users that differ between images.
chmod 0755 postgresql rabbitmq s3
chmod 0444 postgresql/password rabbitmq/definitions.json s3/s3proxy.conf
chown -R "$API_UID" api
chmod 0700 api
