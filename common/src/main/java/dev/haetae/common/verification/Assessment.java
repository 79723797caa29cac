package dev.haetae.common.verification;

import dev.haetae.common.GroupResult;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a solution's tests compare with what its author demands of them, and what they say of the time limit.
 *
 * @param objections what is not as the 2025-09 format's requirements demand; none without any, where the final verdict counts
 * @param lowerMillis CPU time of the slowest test that bounds the time limit from below, or null when none does, or when one has not the verdict
 *     that it may have
 * @param upperMillis CPU time of the slowest test that bounds it from above, or null when none does
 */
public record Assessment(
        List<String> objections,
        @Nullable Long lowerMillis,
        @Nullable Long upperMillis) {

    private static final int MOST_OBJECTIONS = 20;

    public Assessment {
        objections = List.copyOf(objections);
    }

    /** A test as of the limit. */
    private record Seen(
            String name,
            Verdict verdict,
            long millis,
            @Nullable String judgeMessage) {

        static Seen of(TestResult test, long limitMillis) {
            Verdict verdict = Outcome.verdict(test, limitMillis);
            // One that slept past the wall guard used less, and took as long.
            long millis = verdict == Verdict.TIME_LIMIT_EXCEEDED
                    ? Math.max(limitMillis, test.timeMillis())
                    : test.timeMillis();
            return new Seen(test.name(), verdict, millis, test.judgeFeedback());
        }
    }

    /** Of a judging in which every test was run, as of a limit. */
    public static Assessment of(JudgeResult result, long limitMillis, Expectation expectation) {
        List<Seen> tests = result instanceof JudgeResult.Judged judged
                ? judged.tests().stream()
                        .map(test -> Seen.of(test, limitMillis))
                        .toList()
                : List.of();
        List<String> objections = new ArrayList<>();
        if (!expectation.requirements().isEmpty() && tests.isEmpty()) {
            objections.add("expected " + names(expectation.permitted()));
        }
        expectation.requirements().forEach(requirement -> objections.addAll(objections(requirement, tests)));
        objections.addAll(scoreObjections(result, expectation));
        return new Assessment(
                objections.size() > MOST_OBJECTIONS ? objections.subList(0, MOST_OBJECTIONS) : objections,
                lower(tests, expectation),
                upper(tests, expectation));
    }

    private static List<String> objections(Requirement requirement, List<Seen> tests) {
        List<Seen> about =
                tests.stream().filter(test -> requirement.isAbout(test.name())).toList();
        if (about.isEmpty()) {
            return tests.isEmpty() ? List.of() : List.of("there is no test of " + requirement.tests());
        }
        List<String> objections = new ArrayList<>();
        about.stream()
                .filter(test -> !requirement.permitted().contains(test.verdict()))
                .forEach(test -> objections.add(
                        test.name() + " is " + test.verdict() + ", not " + names(requirement.permitted())));
        String where = requirement.tests() == null ? "test" : "test of " + requirement.tests();
        if (about.stream().noneMatch(test -> requirement.required().contains(test.verdict()))) {
            objections.add("no " + where + " is " + names(requirement.required()));
        }
        if (about.stream().map(Seen::judgeMessage).noneMatch(said -> says(said, requirement.message()))) {
            objections.add("no " + where + " has the judge's message \"" + requirement.message() + "\"");
        }
        return objections;
    }

    private static List<String> scoreObjections(JudgeResult result, Expectation expectation) {
        if (!(result instanceof JudgeResult.Judged judged)) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        for (Requirement requirement : expectation.requirements()) {
            Requirement.ScoreRange range = requirement.score();
            if (range != null) {
                scores(judged, requirement).forEach((name, score) -> {
                    if (!range.contains(score)) {
                        objections.add("the score of " + name + " is " + score.toPlainString() + ", not " + range);
                    }
                });
            }
        }
        return objections;
    }

    /** The scores that a requirement is about, by what gives them: all, or groups. */
    private static Map<String, BigDecimal> scores(JudgeResult.Judged judged, Requirement requirement) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        if (requirement.tests() == null && judged.score() != null) {
            scores.put("all", judged.score());
        }
        if (requirement.tests() != null && judged.groups() != null) {
            Glob groups = new Glob(requirement.tests());
            for (GroupResult group : judged.groups()) {
                if (group.score() != null && groups.isOf(group.name())) {
                    scores.put(group.name(), group.score());
                }
            }
        }
        return scores;
    }

    private static boolean says(@Nullable String said, String message) {
        return message.isEmpty() || (said != null && said.contains(message));
    }

    private static String names(Set<Verdict> verdicts) {
        return verdicts.isEmpty() ? "that it compiles" : String.join(" or ", sorted(verdicts));
    }

    private static List<String> sorted(Set<Verdict> verdicts) {
        return new TreeSet<>(verdicts).stream().map(Verdict::name).toList();
    }

    private static @Nullable Long lower(List<Seen> tests, Expectation expectation) {
        if (expectation.requirements().isEmpty()) {
            boolean bounds = expectation.isAccepted() && tests.stream().allMatch(test -> mayBeSlow(test, expectation));
            return bounds ? slowest(tests, _ -> true) : null;
        }
        List<Requirement> bounding =
                expectation.requirements().stream().filter(Requirement::lower).toList();
        boolean asPermitted = bounding.stream()
                .allMatch(requirement -> tests.stream()
                        .filter(test -> requirement.isAbout(test.name()))
                        .allMatch(test -> test.verdict() == Verdict.TIME_LIMIT_EXCEEDED
                                || requirement.permitted().contains(test.verdict())));
        return asPermitted ? slowest(tests, test -> isAboutAny(bounding, test)) : null;
    }

    private static boolean mayBeSlow(Seen test, Expectation expectation) {
        return test.verdict() == Verdict.TIME_LIMIT_EXCEEDED || expectation.isMetBy(test.verdict());
    }

    /** Each requirement is a bound of its own: the least of them holds. */
    private static @Nullable Long upper(List<Seen> tests, Expectation expectation) {
        if (expectation.requirements().isEmpty()) {
            return expectation.isTooSlow() ? slowest(tests, _ -> true) : null;
        }
        Long upper = null;
        for (Requirement requirement : expectation.requirements()) {
            Long slowest = requirement.upper() ? slowest(tests, test -> requirement.isAbout(test.name())) : null;
            if (slowest != null) {
                upper = upper == null ? slowest : Math.min(upper, slowest);
            }
        }
        return upper;
    }

    private static boolean isAboutAny(List<Requirement> requirements, Seen test) {
        return requirements.stream().anyMatch(requirement -> requirement.isAbout(test.name()));
    }

    private static @Nullable Long slowest(List<Seen> tests, Predicate<Seen> wanted) {
        Long slowest = null;
        for (Seen test : tests) {
            if (wanted.test(test)) {
                slowest = slowest == null ? test.millis() : Math.max(slowest, test.millis());
            }
        }
        return slowest;
    }

    /** The same in the time of a language without a factor: {@code limit} there is {@code base} here. */
    public Assessment scaled(long base, long limit) {
        return new Assessment(objections, scaled(lowerMillis, base, limit), scaled(upperMillis, base, limit));
    }

    private static @Nullable Long scaled(@Nullable Long millis, long base, long limit) {
        return millis == null ? null : millis * base / limit;
    }
}
