package dev.haetae.api.problem;

import dev.haetae.common.Wire;
import dev.haetae.common.verification.DerivedLimit;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code derived_limit}: the time limits that packages do not state. */
@Service
public class DerivedLimits {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DerivedLimits(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private enum State {
        PENDING,
        KNOWN,
        UNKNOWN
    }

    private record Row(State state, @Nullable Long millis, List<String> notes) {}

    /** A version as it is to be judged. */
    CurrentContent apply(UUID problem, ProblemContent content) {
        if (!content.isJudgeable()) {
            return new CurrentContent(content, ProblemState.BROKEN, List.of());
        }
        return find(problem, content)
                .map(row -> applied(content, row))
                .orElseGet(() -> new CurrentContent(content, ProblemState.READY, List.of()));
    }

    private static CurrentContent applied(ProblemContent content, Row row) {
        return switch (row.state()) {
            case PENDING -> new CurrentContent(content, ProblemState.CHECKING, row.notes());
            case UNKNOWN -> new CurrentContent(content, ProblemState.BROKEN, row.notes());
            case KNOWN -> {
                long millis = row.millis() == null ? content.limits().timeMillis() : row.millis();
                yield new CurrentContent(content.withTimeMillis(millis), ProblemState.READY, row.notes());
            }
        };
    }

    private Optional<Row> find(UUID problem, ProblemContent content) {
        return content.limitBasis() == null
                ? Optional.empty()
                : jdbc.sql(
                                "select state, millis, notes from derived_limit where problem_id = :problem and basis = :basis")
                        .param("problem", problem)
                        .param("basis", content.limitBasis())
                        .query(DerivedLimits::row)
                        .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        byte[] notes = row.getString("notes").getBytes(StandardCharsets.UTF_8);
        return new Row(
                State.valueOf(row.getString("state")),
                row.getObject("millis", Long.class),
                List.of(Wire.read(notes, String[].class)));
    }

    /**
     * Whether a limit is still to come; then it does not come before the caller's transaction has ended, so that what waits for it is seen
     * by whoever brings it.
     */
    boolean isAwaited(UUID problem, ProblemContent content) {
        return jdbc.sql("""
                        select state from derived_limit where problem_id = :problem and basis = :basis for share
                        """)
                .param("problem", problem)
                .param("basis", content.limitBasis())
                .query(String.class)
                .optional()
                .filter(State.PENDING.name()::equals)
                .isPresent();
    }

    /** Asks for a limit, unless it is known or under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean begin(UUID id, UUID problem, @Nullable String basis) {
        return jdbc.sql("""
                        insert into derived_limit (problem_id, basis, id, state) values (:problem, :basis, :id, 'PENDING')
                        on conflict (problem_id, basis) do update set id = excluded.id, state = 'PENDING', notes = '[]'
                        where derived_limit.state = 'UNKNOWN'
                        """)
                        .param("problem", problem)
                        .param("basis", basis)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends a derivation, in the caller's transaction; one that has ended stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID id, DerivedLimit limit) {
        Row row = switch (limit) {
            case DerivedLimit.Known(long millis, List<String> notes) -> new Row(State.KNOWN, millis, notes);
            case DerivedLimit.Unknown(List<String> reasons) -> new Row(State.UNKNOWN, null, reasons);
        };
        jdbc.sql("""
                update derived_limit set state = :state, millis = :millis, notes = :notes::jsonb
                where id = :id and state = 'PENDING' returning problem_id
                """)
                .param("id", id)
                .param("state", row.state().name())
                .param("millis", row.millis())
                .param("notes", new String(Wire.write(row.notes()), StandardCharsets.UTF_8))
                .query(UUID.class)
                .optional()
                .ifPresent(problem -> events.publishEvent(new ProblemChanged(problem)));
    }
}
