# Runs one judge worker in a container with the capabilities that its runner needs, and no others.
set -euo pipefail
umask 077
dnf install -y -q docker
systemctl enable --now docker
region={{region}}
token() { curl -sf -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' http://169.254.169.254/latest/api/token; }
metadata() { curl -sf -H "X-aws-ec2-metadata-token: $(token)" "http://169.254.169.254/latest/meta-data/$1"; }
secret() { aws secretsmanager get-secret-value --region "$region" --secret-id "$1" --query SecretString --output text; }
instance=$(metadata instance-id)
export instance

mkdir -p /etc/haetae /var/lib/haetae
secret '{{token-secret}}' >/etc/haetae/worker-token
{
    echo "SPRING_RABBITMQ_HOST={{broker}}"
    echo "SPRING_RABBITMQ_PORT=5671"
    echo "SPRING_RABBITMQ_SSL_ENABLED=true"
    echo "SPRING_RABBITMQ_USERNAME=worker"
    echo "SPRING_RABBITMQ_PASSWORD=$(secret '{{broker-secret}}')"
    echo "HAETAE_API_URL={{api}}"
    echo "HAETAE_WORKER_NAME=$instance"
    echo "HAETAE_WORKER_TOKENFILE=/run/haetae/worker-token"
    echo "LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs"
    echo "HAETAE_TRACING_ENDPOINT={{tracing}}"
} >/etc/haetae/worker.env

# The one cgroup that the container may write to, of the name that the runner looks for.
mkdir -p /sys/fs/cgroup/haetae
echo '+memory +pids' >/sys/fs/cgroup/cgroup.subtree_control
aws ecr get-login-password --region "$region" | docker login --username AWS --password-stdin '{{registry}}'
docker run --detach --name haetae-worker --restart on-failure --stop-timeout 1300 \
    --env-file /etc/haetae/worker.env \
    --volume /etc/haetae/worker-token:/run/haetae/worker-token:ro --volume /var/lib/haetae:/var/lib/haetae \
    --cap-drop ALL --cap-add SYS_ADMIN --cap-add SETUID --cap-add SETGID --cap-add KILL --cap-add DAC_OVERRIDE \
    --cap-add SETPCAP --cap-add SYS_NICE --cap-add CHECKPOINT_RESTORE \
    --security-opt seccomp=unconfined --security-opt apparmor=unconfined \
    --cgroupns host --volume /sys/fs/cgroup/haetae:/sys/fs/cgroup/haetae \
    --log-driver awslogs --log-opt awslogs-region="$region" --log-opt awslogs-group='{{log-group}}' \
    --log-opt awslogs-stream="worker/$instance" \
    '{{image}}'

cat >/usr/local/sbin/haetae-drain <<END
#!/bin/bash
# Waits until the group wants to end this instance, lets the worker finish, and lets the instance go.
set -euo pipefail
$(declare -f token metadata)
group=\$(aws autoscaling describe-auto-scaling-instances --region $region --instance-ids $instance \
    --query 'AutoScalingInstances[0].AutoScalingGroupName' --output text)
until [[ "\$(metadata autoscaling/target-lifecycle-state)" == Terminated ]]; do sleep 5; done
docker stop haetae-worker
aws autoscaling complete-lifecycle-action --region $region --lifecycle-hook-name drain \
    --auto-scaling-group-name "\$group" --instance-id $instance --lifecycle-action-result CONTINUE
END
chmod 700 /usr/local/sbin/haetae-drain
systemd-run --unit haetae-drain --property Restart=on-failure --property RestartSec=5 /usr/local/sbin/haetae-drain
