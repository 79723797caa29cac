"""Keeps the addresses of a private broker registered at the load balancer in front of it.

Amazon MQ gives a broker network interfaces in its subnets, under its security group, and may give it others when it
replaces a node.
"""
import os

import boto3


def handle(event, context):
    ec2 = boto3.client("ec2")
    balancer = boto3.client("elbv2")
    group = os.environ["TARGET_GROUP"]
    interfaces = ec2.describe_network_interfaces(
        Filters=[{"Name": "group-id", "Values": [os.environ["BROKER_SECURITY_GROUP"]]}])["NetworkInterfaces"]
    there = {interface["PrivateIpAddress"] for interface in interfaces}
    known = {health["Target"]["Id"] for health in
             balancer.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]}
    if not there:
        # Rather old addresses than none.
        raise RuntimeError("the broker has no network interface")
    if there - known:
        balancer.register_targets(TargetGroupArn=group, Targets=[{"Id": a} for a in sorted(there - known)])
    if known - there:
        balancer.deregister_targets(TargetGroupArn=group, Targets=[{"Id": a} for a in sorted(known - there)])
    return {"added": sorted(there - known), "removed": sorted(known - there)}
