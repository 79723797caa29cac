package dev.haetae.common.packages;

import dev.haetae.common.Scoring.Objective;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tests of a draft package whose groups have {@code testdata.yaml}, or nothing: as legacy ones, in any depth and with graders.
 *
 * @param validatorFlags what {@code problem.yaml} says that output validators get first
 * @param validatorFlagsLine where it does, or null
 */
record DraftTests(List<String> validatorFlags, @Nullable Integer validatorFlagsLine) {

    PackageTests read(PackageTree tree, Icpc2025Metadata metadata, Icpc2025Reader.Judging judging, Findings findings)
            throws IOException {
        InputArguments inputArguments = new InputArguments(judging.inputValidators());
        PackageTree judged = tree.only(path -> !path.startsWith("data/") || isJudged(path));
        TestGroups groups = new TestGroups(
                judged,
                new TestGroups.Settings(judging.validation(), validatorFlags, validatorFlagsLine, true, List.of()),
                inputArguments,
                findings);
        LegacyScoring.Read scoring = new LegacyScoring(judged, metadata.scoring() ? Objective.MAX : null, findings)
                .read(YamlKeys.none(LegacyMetadata.FILE, findings));
        PackageInvocation invocation = new PackageInvocation(
                metadata.passes(), List.of(), Collections.emptySortedMap(), metadata.writesFiles(), null);
        List<PackageTest> tests = new LegacyTests(judged, groups, invocation, findings).read();
        List<InputValidators.OtherInput> others = new Icpc2025Inputs(tree, inputArguments, findings).read();
        return new PackageTests(
                tests, scoring.scoring(), scoring.grader(), arguments(inputArguments, tests, others), others);
    }

    /** Whether a file of {@code data/} is about the tests, not about checking validators. */
    private static boolean isJudged(String path) {
        return Stream.of("sample/", "secret/", TestGroups.FILE).anyMatch(name -> path.startsWith("data/" + name));
    }

    private static SortedMap<String, List<List<String>>> arguments(
            InputArguments inputArguments, List<PackageTest> tests, List<InputValidators.OtherInput> others) {
        SortedMap<String, List<List<String>>> arguments = new TreeMap<>(inputArguments.all());
        arguments.putAll(inputArguments.inheritedBy(Stream.concat(
                        tests.stream().map(PackageTest::group),
                        others.stream().map(other -> PackagePath.folder(other.name())))
                .distinct()
                .toList()));
        return arguments;
    }
}
