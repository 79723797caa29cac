/**
 * An installation of Haetae on AWS, as CDK stacks.
 *
 * <pre>
 *              users ──► Edge: CloudFront, WAF ──► Service: ALB, ECS ──► Data: RDS, Valkey, S3
 *                          │ front end: S3           │                  (subnets without a way out)
 *                                                    └──► Messaging: Amazon MQ
 *   judge servers ──► NLB (their addresses only) ──────────► ▲
 *                                    Worker: EC2 judges ─────┘
 *   Network under all of them; Delivery: image repositories and the role of CI; Operations: alarms, one dashboard
 * </pre>
 *
 * <p>Each stack takes what it needs from those before it and knows none of those behind it.
 */
package dev.haetae.deploy;
