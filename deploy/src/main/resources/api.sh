# Starts the API of docker/Dockerfile. ECS gives secrets by environment, and the API wants these in files.
set -euo pipefail
umask 077
printf %s "$HAETAE_SECRET_ADMIN_PASSWORD" >/tmp/admin-password
printf %s "$HAETAE_SECRET_JWT_KEY" >/tmp/jwt-key
printf %s "$HAETAE_SECRET_WORKER_TOKEN" >/tmp/worker-token
unset HAETAE_SECRET_ADMIN_PASSWORD HAETAE_SECRET_JWT_KEY HAETAE_SECRET_WORKER_TOKEN
export HAETAE_ADMIN_PASSWORDFILE=/tmp/admin-password HAETAE_JWT_KEYFILE=/tmp/jwt-key HAETAE_WORKERTOKENFILE=/tmp/worker-token
exec /usr/lib/jvm/java/bin/java @/app/jvm.options -XX:AOTCache=/app/haetae-api.aot -jar /app/haetae-api.jar
