package dev.haetae.api.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.common.InputFault;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code input_check}: what input validators say of test sets. It is asked for with the version, judged elsewhere, and ends once:
 * a judging that was lost or that failed on our side ends it, too, as failed, until it is asked for again.
 */
@Service
public class InputChecks {

    private final JdbcClient jdbc;
    private final TestSets testSets;
    private final ApplicationEventPublisher events;

    InputChecks(JdbcClient jdbc, TestSets testSets, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.testSets = testSets;
        this.events = events;
    }

    /** What is known of a test set. */
    record InputCheck(CheckState state, List<InputFault> faults) {}

    /**
     * Has tests checked, unless they have no validators, or have passed, or are being checked.
     *
     * @return whether they are checked now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean begin(UUID problem, TestSetRef tests) {
        if (tests.tests() == 0 || !testSets.read(tests).canBeChecked()) {
            return false;
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int asked = jdbc.sql("""
                insert into input_check (problem_id, test_set, id, state) values (:problem, :tests, :id, 'PENDING')
                on conflict (problem_id, test_set) do update set id = excluded.id, state = 'PENDING', faults = '[]'
                where input_check.state = 'FAILED'
                """)
                .param("problem", problem)
                .param("tests", tests.manifest().sha256())
                .param("id", id)
                .update();
        if (asked == 1) {
            events.publishEvent(new InputCheckWanted(id, tests));
        }
        return asked == 1;
    }

    /** Of a version's tests; empty when they have no validators. */
    Optional<InputCheck> find(UUID problem, TestSetRef tests) {
        return jdbc.sql("select state, faults from input_check where problem_id = :problem and test_set = :tests")
                .param("problem", problem)
                .param("tests", tests.manifest().sha256())
                .query(InputChecks::check)
                .optional();
    }

    private static InputCheck check(ResultSet row, int number) throws SQLException {
        byte[] faults = row.getString("faults").getBytes(StandardCharsets.UTF_8);
        return new InputCheck(
                CheckState.valueOf(row.getString("state")), List.of(Wire.read(faults, InputFault[].class)));
    }

    /**
     * Ends a check, in the caller's transaction; an id that is none's, or a check that has ended, changes nothing.
     *
     * @param faults none when all inputs are right
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID id, List<InputFault> faults) {
        jdbc.sql("""
                update input_check set state = :state, faults = :faults::jsonb where id = :id and state = 'PENDING'
                """)
                .param("id", id)
                .param("state", (faults.isEmpty() ? CheckState.PASSED : CheckState.FAILED).name())
                .param("faults", new String(Wire.write(faults), StandardCharsets.UTF_8))
                .update();
    }
}
