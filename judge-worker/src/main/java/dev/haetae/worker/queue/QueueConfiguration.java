package dev.haetae.worker.queue;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import dev.haetae.common.WorkerStatus.Cache;
import dev.haetae.common.tracing.Tracing;
import dev.haetae.worker.slot.Muster;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the worker together around the broker that Spring's properties name. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    @Bean
    Worker worker(
            WorkerProperties properties,
            Muster muster,
            CachingConnectionFactory spring,
            RabbitConnectionDetails broker,
            Supplier<Cache> cache,
            Tracing tracing) {
        ConnectionFactory factory = spring.getRabbitConnectionFactory();
        List<Address> addresses = broker.getAddresses().stream()
                .map(address -> new Address(address.host(), address.port()))
                .toList();
        WorkerState state = new WorkerState(properties.name(), host(), properties.slots(), cache);
        return new Worker(properties, muster, station(properties, state, factory, addresses, tracing));
    }

    static Station station(
            WorkerProperties properties,
            WorkerState state,
            ConnectionFactory factory,
            List<Address> addresses,
            Tracing tracing) {
        factory.setAutomaticRecoveryEnabled(false);
        Broker sending = new Broker(factory, addresses, properties.name() + " reports");
        return new Station(
                new Broker(factory, addresses, properties.name() + " requests"),
                sending,
                state,
                new Heartbeat(state, sending, properties.heartbeat()),
                new Semaphore(Math.max(1, properties.slots() - 1)),
                new ReentrantReadWriteLock(true),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("watchdog").factory()),
                tracing);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
