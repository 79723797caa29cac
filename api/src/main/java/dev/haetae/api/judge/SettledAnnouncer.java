package dev.haetae.api.judge;

import dev.haetae.common.Queues;
import dev.haetae.common.Wire;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;

/** Tells every node which judgings have ended, so that open streams look at once. Who misses it looks a few seconds later. */
@Component
class SettledAnnouncer {

    /** The AMQP type of this message between nodes. */
    static final String TYPE = "settled.v1";

    private static final Logger log = LoggerFactory.getLogger(SettledAnnouncer.class);

    private final RabbitTemplate rabbit;

    SettledAnnouncer(RabbitTemplate rabbit) {
        this.rabbit = rabbit;
    }

    void announce(List<UUID> submissions) {
        try {
            rabbit.send(
                    Queues.PROGRESS_EXCHANGE,
                    "",
                    MessageBuilder.withBody(Wire.write(new JudgingsSettled(submissions)))
                            .setType(TYPE)
                            .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                            .build());
        } catch (AmqpException e) {
            log.debug("open streams will see {} verdicts at their next look: {}", submissions.size(), e.getMessage());
        }
    }
}
