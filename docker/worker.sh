#!/bin/sh
# A worker in a container: its languages are those of the image unless it is told others, and a host has one of each name.
set -eu
export HAETAE_LANGUAGES="${HAETAE_LANGUAGES:-$(cat /install/languages)}"
export HAETAE_WORKER_NAME="${HAETAE_WORKER_NAME:-$(hostname)}"
rm -f "$HAETAE_WORKER_DIRECTORY/ready"
exec /usr/lib/jvm/java/bin/java @/app/jvm.options -XX:AOTCache=/app/haetae-judge-worker.aot -jar /app/haetae-judge-worker.jar
