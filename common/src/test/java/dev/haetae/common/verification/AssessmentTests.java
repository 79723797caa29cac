package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.verification.Requirement.ScoreRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A solution's tests against what its author demands of them. */
class AssessmentTests {

    private static final long LIMIT = 1_000;
    private static final Set<Verdict> RIGHT = Set.of(Verdict.ACCEPTED);
    private static final Set<Verdict> RIGHT_OR_SLOW = Set.of(Verdict.ACCEPTED, Verdict.TIME_LIMIT_EXCEEDED);
    private static final Set<Verdict> SLOW = Set.of(Verdict.TIME_LIMIT_EXCEEDED);

    @Test
    void objectsToNothingWhereNothingIsDemandedOfTests() {
        Expectation wrong = Expectation.of("wrong_answer", List.of());

        assertThat(assess(wrong, test("a", Verdict.RUNTIME_ERROR, 1)).objections())
                .isEmpty();
    }

    @Test
    void permitsEachTestAndRequiresOne() {
        Expectation slow = Expectation.of(List.of(demand(null, RIGHT_OR_SLOW, SLOW, "")));

        assertThat(assess(slow, test("a", Verdict.WRONG_ANSWER, 1), test("b", Verdict.ACCEPTED, 1))
                        .objections())
                .containsExactly(
                        "a is WRONG_ANSWER, not ACCEPTED or TIME_LIMIT_EXCEEDED", "no test is TIME_LIMIT_EXCEEDED");
        assertThat(assess(slow, test("a", Verdict.ACCEPTED, 1), test("b", Verdict.ACCEPTED, 1_000))
                        .objections())
                .isEmpty();
    }

    @Test
    void looksAtThoseTestsOnlyThatADemandIsAbout() {
        Expectation easy = Expectation.of(List.of(
                demand("secret/*-easy", RIGHT, Requirement.ANY, ""), demand("secret/hard", RIGHT_OR_SLOW, SLOW, "")));

        Assessment assessment = assess(
                easy,
                test("sample/1", Verdict.WRONG_ANSWER, 1),
                test("secret/1-easy", Verdict.ACCEPTED, 10),
                test("secret/hard/1", Verdict.ACCEPTED, 900),
                test("secret/hard/2", Verdict.TIME_LIMIT_EXCEEDED, 3));

        assertThat(assessment).isEqualTo(new Assessment(List.of(), 10L, LIMIT));
    }

    @Test
    void objectsToADemandOnTestsThatAreNotThere() {
        Expectation misspelt = Expectation.of(List.of(demand("secret/gruop", RIGHT, Requirement.ANY, "")));

        assertThat(assess(misspelt, test("secret/group/1", Verdict.ACCEPTED, 1)).objections())
                .containsExactly("there is no test of secret/gruop");
    }

    @Test
    void wantsTheMessageInOneOfTheJudgesMessages() {
        Expectation overflow = Expectation.of(List.of(demand(null, Requirement.ANY, Requirement.ANY, "overflow")));

        assertThat(assess(overflow, said("an overflow on line 3"), said(null)).objections())
                .isEmpty();
        assertThat(assess(overflow, said(null)).objections())
                .containsExactly("no test has the judge's message \"overflow\"");
    }

    @Test
    void comparesTheScoresOfAllAndOfGroups() {
        ScoreRange range = new ScoreRange(BigDecimal.ONE, BigDecimal.TEN);
        Expectation scored = Expectation.of(List.of(
                new Requirement(null, Requirement.ANY, Requirement.ANY, "", range, false, false),
                new Requirement("secret/*", Requirement.ANY, Requirement.ANY, "", range, false, false)));
        List<GroupResult> groups = List.of(group("secret", 99), group("secret/1", 11), group("secret/2", 10));
        List<TestResult> tests = List.of(test("secret/1/a", Verdict.ACCEPTED, 1));

        JudgeResult result =
                new JudgeResult.Judged(Verdict.ACCEPTED, BigDecimal.ZERO, groups, null, tests, null, 1, "gcc", "");

        assertThat(Assessment.of(result, LIMIT, scored).objections())
                .containsExactly("the score of all is 0, not 1 to 10", "the score of secret/1 is 11, not 1 to 10");
    }

    private static GroupResult group(String name, long score) {
        return new GroupResult(name, null, Verdict.ACCEPTED, BigDecimal.valueOf(score), null, 1, 1, null);
    }

    @Test
    void objectsToWhatDoesNotCompile() {
        JudgeResult failed = new JudgeResult.CompileFailed("gcc", "no");
        Expectation accepted = Expectation.of(List.of(demand(null, RIGHT, Requirement.ANY, "")));
        Expectation anything = Expectation.of(List.of(demand(null, Requirement.ANY, Requirement.ANY, "")));

        assertThat(Assessment.of(failed, LIMIT, accepted).objections()).containsExactly("expected ACCEPTED");
        assertThat(Assessment.of(failed, LIMIT, anything).objections()).containsExactly("expected that it compiles");
    }

    @Test
    void bringsNoBoundWhereATestHasNotItsVerdict() {
        Expectation accepted = Expectation.of(List.of(demand(null, RIGHT, Requirement.ANY, "")));

        assertThat(assess(accepted, test("a", Verdict.ACCEPTED, 5), test("b", Verdict.WRONG_ANSWER, 7))
                        .lowerMillis())
                .isNull();
        assertThat(assess(accepted, test("a", Verdict.ACCEPTED, 5), test("b", Verdict.ACCEPTED, 1_700))
                        .lowerMillis())
                .isEqualTo(1_700);
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, accepted/a.py, true",
        "accepted/*, accepted/a.py, true",
        "accepted/*.py, accepted/a.py, true",
        "'accepted/*.{cpp,py}', accepted/a.py, true",
        "'{accepted,rejected}/a.*', accepted/a.py, true",
        "*, accepted/a.py, true",
        "a.py, accepted/a.py, false",
        "accepted/*.cpp, accepted/a.py, false",
        "accept, accepted/a.py, false",
        "secret/group1, secret/group1/02, true",
        "secret/group1, secret/group10/02, false",
        "accepted/[ab].py, accepted/a.py, false",
        "accepted/{a.py, accepted/{a.py, true",
        "'{,not_}accepted/{a,{b,c}*d}.py', accepted/bad.py, true",
        "'{,not_}accepted/{a,{b,c}*d}.py', not_accepted/cd.py, true",
        "'{,not_}accepted/{a,{b,c}*d}.py', accepted/ad.py, false",
        "'a}b,c', 'a}b,c', true",
        "'{a,b}{c', 'b{c', true",
        "'{a,{b}c', 'bc', true",
        "'accepted/**', accepted/a.py, true",
        "'***/**a', accepted/a, true"
    })
    void matchesPathsAndWhatLiesBelow(String pattern, String path, boolean matches) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void matchesLongPathsInTime() {
        Glob hard = new Glob("{a,aa}*".repeat(100) + "b");

        assertThat(hard.matches("a".repeat(255))).isFalse();
        assertThat(hard.matches("a".repeat(255) + "b")).isTrue();
    }

    private static Requirement demand(
            @Nullable String tests, Set<Verdict> permitted, Set<Verdict> required, String message) {
        boolean lower = !permitted.contains(Verdict.TIME_LIMIT_EXCEEDED);
        return new Requirement(tests, permitted, required, message, null, lower, required.equals(SLOW));
    }

    private static Assessment assess(Expectation expectation, TestResult... tests) {
        JudgeResult result = new JudgeResult.Judged(Verdict.ACCEPTED, List.of(tests), tests.length, "gcc", "");
        return Assessment.of(result, LIMIT, expectation);
    }

    private static TestResult said(@Nullable String judgeMessage) {
        Head nothing = Head.of(new byte[0], 0);
        return new TestResult(
                1, "a", "a", Verdict.WRONG_ANSWER, null, 0, null, 1, 1, 1, null, judgeMessage, nothing, nothing);
    }

    private static TestResult test(String name, Verdict verdict, long millis) {
        Head nothing = Head.of(new byte[0], 0);
        return new TestResult(1, name, name, verdict, null, 0, null, millis, millis, 1, null, null, nothing, nothing);
    }
}
