package dev.haetae.api.submission;

import dev.haetae.api.problem.JudgedVersion;
import dev.haetae.api.submission.SubmissionSummary.GroupView;
import dev.haetae.common.GroupResult;
import dev.haetae.common.Skip;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the groups of a submission: as they were reported, else as far as its tests have come. */
final class GroupViews {

    private GroupViews() {}

    static List<GroupView> of(Submission submission, List<ToldTest> tests, JudgedVersion version) {
        StoredResult result = submission.result();
        if (result != null && result.groups() != null) {
            return result.groups().stream().map(GroupViews::view).toList();
        }
        List<TestResult> finished = new ArrayList<>();
        for (ToldTest test : tests) {
            if (test instanceof ToldTest.Finished(var run)) {
                finished.add(run);
            }
        }
        List<GroupView> groups = new ArrayList<>();
        totals(version).forEach((name, total) -> groups.add(sofar(name, total, finished, version)));
        return groups;
    }

    private static GroupView view(GroupResult group) {
        Skip skipped = group.skipped();
        return new GroupView(
                group.name(),
                group.parent(),
                group.verdict(),
                group.score(),
                group.maxScore(),
                group.testsDone(),
                group.testsTotal(),
                skipped == null ? null : skipped.name());
    }

    /** How many tests a group has; where there are scores, with those of the groups in it. */
    private static Map<String, Integer> totals(JudgedVersion version) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        for (TestCase test : version.tests().tests()) {
            if (version.scoring().hasScore()) {
                GroupResult.around(test.group() + "/").forEach(group -> totals.merge(group, 1, Integer::sum));
            } else {
                totals.merge(test.group(), 1, Integer::sum);
            }
        }
        return totals;
    }

    private static GroupView sofar(String name, int total, List<TestResult> finished, JudgedVersion version) {
        boolean nested = version.scoring().hasScore();
        List<TestResult> tests = finished.stream()
                .filter(test -> nested
                        ? test.name().startsWith(name + "/")
                        : test.group().equals(name))
                .toList();
        return new GroupView(
                name,
                GroupResult.parentOf(name),
                verdict(tests, total),
                null,
                version.scoring().maxScore(name),
                tests.size(),
                total,
                null);
    }

    private static @Nullable Verdict verdict(List<TestResult> tests, int total) {
        Verdict firstRejection = tests.stream()
                .map(TestResult::verdict)
                .filter(verdict -> verdict != Verdict.ACCEPTED)
                .findFirst()
                .orElse(null);
        if (firstRejection != null) {
            return firstRejection;
        }
        return tests.size() == total ? Verdict.ACCEPTED : null;
    }
}
