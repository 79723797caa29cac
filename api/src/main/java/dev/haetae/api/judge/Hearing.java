package dev.haetae.api.judge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.stereotype.Component;

/** Knows since when this node has heard the workers without a break, so that its own deafness is not taken for their death. */
@Component
class Hearing implements ConnectionListener {

    private final JudgeSettings settings;
    private final Clock clock;
    private Instant since;
    private Instant last;

    Hearing(ConnectionFactory connections, JudgeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.since = clock.instant();
        this.last = since;
        connections.addConnectionListener(this);
    }

    /** A sweep's beat. One that comes much too late shows that this process stood still. */
    synchronized void beat() {
        Instant now = clock.instant();
        if (last.plus(settings.sweep().period().multipliedBy(3)).isBefore(now)) {
            since = now;
        }
        last = now;
    }

    /** Something failed without which leases are not heard or not written. */
    synchronized void interrupted() {
        since = clock.instant();
    }

    synchronized boolean heardFor(Duration lease) {
        return !since.plus(lease).isAfter(clock.instant());
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        interrupted();
    }

    @Override
    public void onClose(Connection connection) {
        interrupted();
    }
}
