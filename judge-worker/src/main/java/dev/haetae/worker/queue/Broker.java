package dev.haetae.worker.queue;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the broker, made anew by whoever needs it after it was lost. */
final class Broker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final ConnectionFactory factory;
    private final List<Address> addresses;
    private final String name;
    private volatile @Nullable Connection connection;
    private volatile boolean blocked;
    private boolean closed;

    /**
     * A broker to connect to.
     *
     * @param name of the connection, as the broker's own tools show it
     */
    Broker(ConnectionFactory factory, List<Address> addresses, String name) {
        this.factory = factory;
        this.addresses = List.copyOf(addresses);
        this.name = name;
    }

    /** A new channel, on a new connection if need be. */
    Channel channel() throws IOException, TimeoutException {
        return open(connect());
    }

    /** A new channel, unless that would mean to wait: for a connection, or for a broker that takes nothing at the moment. */
    Optional<Channel> channelAtOnce() throws IOException {
        Connection open = connection;
        return open == null || !open.isOpen() || blocked ? Optional.empty() : Optional.of(open(open));
    }

    /** Closes a channel, whatever state it is in. */
    static void abandon(Channel channel) {
        try {
            channel.abort();
        } catch (IOException e) {
            LOG.debug("A channel is gone anyway", e);
        }
    }

    boolean isBlocked() {
        return blocked;
    }

    /** For good: everything on it fails from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        Connection open = connection;
        if (open != null) {
            open.abort(1_000);
        }
    }

    /** The connection, made if there is none. */
    synchronized Connection connect() throws IOException, TimeoutException {
        Connection open = connection;
        if (open != null && open.isOpen()) {
            return open;
        }
        if (closed) {
            throw new IOException("The worker has done with the broker");
        }
        open = factory.newConnection(addresses, name);
        blocked = false;
        open.addBlockedListener(
                reason -> {
                    LOG.warn("The broker takes nothing at the moment: {}", reason);
                    blocked = true;
                },
                () -> blocked = false);
        connection = open;
        return open;
    }

    private static Channel open(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("The broker gives no more channels");
        }
        return channel;
    }
}
