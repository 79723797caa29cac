package dev.haetae.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The sample problems' own jury solutions, submitted as a student would, get the verdicts that their folders name. */
class JurySubmissionsIT {

    private static final Map<JurySubmission, String> SUBMITTED = new HashMap<>();

    private final Client admin = RunningSystem.get().admin();

    /** All at a time, so that no slot of the worker is idle. */
    @BeforeAll
    static void submitAll() throws IOException {
        Client admin = RunningSystem.get().admin();
        for (JurySubmission jury : JurySubmission.all()) {
            SUBMITTED.put(jury, admin.submit(jury.problem(), jury.language(), jury.source()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.haetae.system.JurySubmission#all")
    void getTheVerdictOfTheirFolder(JurySubmission jury) throws IOException {
        JsonNode done = Waiting.untilDone(admin, requireNonNull(SUBMITTED.get(jury)));

        assertThat(jury.expected()).as("%s", done).contains(done.get("verdict").asString());
        jury.score()
                .ifPresent(score -> assertThat(done.get("score").decimalValue())
                        .as("%s", done)
                        .isEqualByComparingTo(score));
    }

    @Test
    void showEachTestInTheEventStream() {
        String id = admin.submit("hello", "python3", "print('Hello, nobody!')");
        List<String> events =
                admin.events(id).filter(line -> line.startsWith("event:")).toList();

        int tests = Waiting.untilDone(admin, id).get("tests").size();
        assertThat(events).filteredOn("event:test"::equals).hasSize(tests);
        assertThat(events).last().isEqualTo("event:verdict");
    }
}
