package dev.haetae.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the messages are what the documentation of the wire shows: they are read and written as they stand. */
class WireTests {

    private static final JsonMapper TREE = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "judge-request, JudgeRequest",
        "judge-request-answers, JudgeRequest",
        "judge-request-run, JudgeRequest",
        "judge-request-groups, JudgeRequest",
        "judge-request-graders, JudgeRequest",
        "judge-request-check, JudgeRequest",
        "judge-progress, JudgeProgress",
        "judge-progress-skipped, JudgeProgress",
        "judge-report, JudgeReport",
        "judge-report-failed, JudgeReport",
        "judge-report-scored, JudgeReport",
        "judge-report-ran, JudgeReport",
        "judge-report-checked, JudgeReport",
        "worker-status, WorkerStatus",
        "test-set, TestSet"
    })
    void writesWhatItRead(String example, String type) throws Exception {
        byte[] json = example(example);

        byte[] written = Wire.write(Wire.read(json, Class.forName("dev.haetae.common." + type)));

        assertThat(TREE.readTree(written)).isEqualTo(TREE.readTree(json));
    }

    @Test
    void passesOverFieldsOfALaterMinorVersion() throws IOException {
        String json = new String(example("worker-status"), StandardCharsets.UTF_8);

        WorkerStatus status = Wire.read(bytes(json.replaceFirst("\\{", "{ \"region\": 1,")), WorkerStatus.class);

        assertThat(status.worker()).isEqualTo("judge-1");
    }

    @Test
    void readsWhatWasWrittenBeforeAFieldThatMayBeNullWasAdded() throws IOException {
        String json = new String(example("judge-report"), StandardCharsets.UTF_8);

        JudgeReport report = Wire.read(bytes(json.replace("\"feedback\" : null,", "")), JudgeReport.class);

        assertThat(((JudgeResult.Judged) report.result()).tests().getFirst().feedback())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null",
                "{}",
                "[]",
                "not JSON",
                "{\"submissionId\": \"01935c1e-7a30-7000-8000-000000000001\", \"attempt\": 1, \"worker\": \"w\", \"sandbox\": \"\", \"result\": null}",
                "{\"submissionId\": \"01935c1e-7a30-7000-8000-000000000001\", \"attempt\": 1, \"sandbox\": \"\", \"result\": {\"kind\": \"judge-failed\", \"faulty\": \"WORKER\", \"cause\": \"\"}}",
                "{\"submissionId\": \"01935c1e-7a30-7000-8000-000000000001\", \"worker\": \"w\", \"sandbox\": \"\", \"result\": {\"kind\": \"judge-failed\", \"faulty\": \"WORKER\", \"cause\": \"\"}}",
                "{\"submissionId\": \"one\", \"attempt\": 1, \"worker\": \"w\", \"sandbox\": \"\", \"result\": {\"kind\": \"unknown\"}}"
            })
    void refusesWhatIsNoReport(String json) {
        assertThatThrownBy(() -> Wire.read(bytes(json), JudgeReport.class))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static byte[] example(String name) throws IOException {
        try (InputStream json = WireTests.class.getResourceAsStream("/wire/" + name + ".json")) {
            return Objects.requireNonNull(json, name).readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
