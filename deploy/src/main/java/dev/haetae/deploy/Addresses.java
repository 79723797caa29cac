package dev.haetae.deploy;

import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.amazonmq.CfnBroker;

/** Parts of addresses that are known only once they are given out. */
final class Addresses {

    private Addresses() {}

    /** From {@code amqps://HOST:5671}, the only form in which Amazon MQ tells a broker's host. */
    static String host(CfnBroker broker) {
        String address = Fn.select(0, broker.getAttrAmqpEndpoints());
        return Fn.select(0, Fn.split(":", Fn.select(1, Fn.split("//", address))));
    }
}
