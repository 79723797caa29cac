package dev.haetae.api.judge;

import dev.haetae.common.Queues;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is declared on the broker, and who listens. The delivery limit of the requests is a policy of the broker's and not
 * declared here, since a queue's arguments can never change; reports have none.
 */
@Configuration(proxyBeanMethods = false)
class JudgeBroker {

    private static final int REPORT_BATCH = 50;

    /** How long to wait for a batch to fill: longer would be added to every verdict. */
    private static final long BATCH_WAIT_MILLIS = 10;

    /** How long after a lost connection to try again: it is added to what waits for its verdict meanwhile. */
    private static final long RECOVERY_MILLIS = 1_000;

    @Bean
    Declarables judgeTopology() {
        DirectExchange requests = new DirectExchange(Queues.REQUESTS_EXCHANGE);
        DirectExchange reports = new DirectExchange(Queues.REPORTS_EXCHANGE);
        FanoutExchange dead = new FanoutExchange(Queues.DEAD_EXCHANGE);
        Queue live = requestQueue(Queues.LIVE_REQUESTS);
        Queue bulk = requestQueue(Queues.BULK_REQUESTS);
        Queue reported = requestQueue(Queues.REPORTS);
        Queue given = QueueBuilder.durable(Queues.DEAD).quorum().build();
        return new Declarables(
                requests,
                reports,
                dead,
                live,
                bulk,
                reported,
                given,
                BindingBuilder.bind(live).to(requests).with(Queues.LIVE_KEY),
                BindingBuilder.bind(bulk).to(requests).with(Queues.BULK_KEY),
                BindingBuilder.bind(reported).to(reports).with(Queues.REPORTS_KEY),
                BindingBuilder.bind(given).to(dead));
    }

    /** At least once into the dead letters, too: that needs the broker to refuse rather than to drop what overflows. */
    private static Queue requestQueue(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .deadLetterExchange(Queues.DEAD_EXCHANGE)
                .withArgument("x-dead-letter-strategy", "at-least-once")
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }

    @Bean
    FanoutExchange progressExchange() {
        return new FanoutExchange(Queues.PROGRESS_EXCHANGE);
    }

    /** This node's own copy of everything that is said in passing; it goes with the connection. */
    @Bean
    AnonymousQueue progressQueue() {
        return new AnonymousQueue(new Base64UrlNamingStrategy(Queues.PROGRESS_EXCHANGE + "."));
    }

    @Bean
    Binding progressBinding(AnonymousQueue progressQueue, FanoutExchange progressExchange) {
        return BindingBuilder.bind(progressQueue).to(progressExchange);
    }

    @Bean
    SimpleMessageListenerContainer reportContainer(ConnectionFactory connections, JudgeReportListener listener) {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(Queues.REPORTS);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setPrefetchCount(4 * REPORT_BATCH);
        container.setConsumerBatchEnabled(true);
        container.setBatchSize(REPORT_BATCH);
        container.setReceiveTimeout(BATCH_WAIT_MILLIS);
        container.setBatchReceiveTimeout(BATCH_WAIT_MILLIS);
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.setMessageListener(listener);
        return container;
    }

    @Bean
    SimpleMessageListenerContainer deadContainer(ConnectionFactory connections, DeadRequestListener listener) {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(Queues.DEAD);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setPrefetchCount(10);
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.setMessageListener(listener);
        return container;
    }

    @Bean
    SimpleMessageListenerContainer progressContainer(
            ConnectionFactory connections, AnonymousQueue progressQueue, JudgeProgressListener listener) {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setQueues(progressQueue);
        container.setAcknowledgeMode(AcknowledgeMode.NONE);
        container.setMissingQueuesFatal(false);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.setMessageListener(listener);
        return container;
    }
}
