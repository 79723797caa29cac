package dev.haetae.deploy;

/** What the API's tasks run on. */
enum Launch {
    FARGATE,
    /** Instances of an Auto Scaling group, with a host port of its own for each task. */
    EC2
}
