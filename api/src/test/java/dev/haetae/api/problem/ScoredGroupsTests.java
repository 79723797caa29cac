package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoredGroupsTests {

    private static final Scoring GROUPED = new Scoring.Groups(group("secret"), List.of(group("secret/a")), false);

    @Test
    void takeTestsInGroups() {
        assertThatCode(() -> ScoredGroups.require(GROUPED, tests("sample/1", "secret/a/1", "secret/a/deep/2")))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseATestThatWouldGiveNoScore() {
        assertThatThrownBy(() -> ScoredGroups.require(GROUPED, tests("secret/a/1", "secret/b/1")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void refuseToGiveAScoreForNothing() {
        assertThatThrownBy(() -> ScoredGroups.require(GROUPED, tests("sample/1")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void takeAnyTestWhereSecretHasNoGroups() {
        Scoring ungrouped = new Scoring.Groups(group("secret"), List.of(), false);

        assertThatCode(() -> ScoredGroups.require(ungrouped, tests("secret/1", "secret/a/1")))
                .doesNotThrowAnyException();
    }

    private static ScoreGroup group(String name) {
        return new ScoreGroup(name, BigDecimal.TEN, Aggregation.SUM, List.of(), Map.of());
    }

    private static List<TestCase> tests(String... names) {
        BlobRef blob = new BlobRef("0".repeat(64), 0);
        return Arrays.stream(names)
                .map(name -> new TestCase(name, "secret", blob, blob, CheckerSpec.DefaultValidator.WITHOUT_FLAGS))
                .toList();
    }
}
