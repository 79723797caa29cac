package dev.haetae.deploy;

/** How much an installation spends on staying up when a zone does not. */
enum Size {
    /** Everything twice, in two zones. */
    FULL,
    /** Everything once, and no NAT gateway: the API's tasks have public addresses, at which only the load balancer is let in. */
    LOW_COST;

    boolean isFull() {
        return this == FULL;
    }

    /** Either of two values. */
    <T> T pick(T full, T lowCost) {
        return isFull() ? full : lowCost;
    }
}
