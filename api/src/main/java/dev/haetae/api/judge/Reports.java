package dev.haetae.api.judge;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.judge.JudgeLedger.Finished;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult.JudgeFailed;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends judgings: the one place where a report becomes a fact. */
@Service
class Reports {

    private static final Comparator<JudgeReport> LOCK_ORDER = Comparator.comparing(JudgeReport::submissionId);

    private final JudgeLedger ledger;
    private final DeadLetters deadLetters;
    private final SettledAnnouncer announcer;
    private final JudgingMetrics metrics;
    private final ApplicationEventPublisher events;

    Reports(
            JudgeLedger ledger,
            DeadLetters deadLetters,
            SettledAnnouncer announcer,
            JudgingMetrics metrics,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.announcer = announcer;
        this.metrics = metrics;
        this.events = events;
    }

    /** Ends, in one transaction, those judgings that are still under way in the reported attempt; the others are repeats. */
    @Transactional
    public void accept(Collection<JudgeReport> reports) {
        Map<UUID, JudgeReport> current = new LinkedHashMap<>();
        reports.stream()
                .sorted(LOCK_ORDER)
                .forEach(report -> current.merge(report.submissionId(), report, Reports::later));
        Map<UUID, Finished> ended = ledger.finish(current.values()).stream()
                .collect(Collectors.toMap(Finished::submissionId, Function.identity()));
        current.keySet().retainAll(ended.keySet());
        if (current.isEmpty()) {
            return;
        }
        for (JudgeReport report : current.values()) {
            if (report.result() instanceof JudgeFailed failed) {
                deadLetters.record(report.submissionId(), report.attempt(), failed);
            }
        }
        events.publishEvent(new JudgingsReported(List.copyOf(current.values())));
        announceAfterCommit(List.copyOf(current.values()), ended);
    }

    private static JudgeReport later(JudgeReport one, JudgeReport other) {
        return one.attempt() >= other.attempt() ? one : other;
    }

    private void announceAfterCommit(List<JudgeReport> reports, Map<UUID, Finished> ended) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announcer.announce(List.copyOf(ended.keySet()));
                for (JudgeReport report : reports) {
                    metrics.ended(requireNonNull(ended.get(report.submissionId())), report);
                }
            }
        });
    }
}
