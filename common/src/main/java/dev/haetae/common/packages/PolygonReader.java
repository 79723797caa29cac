package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.NamedFiles;
import dev.haetae.common.Scoring;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a full package of Polygon, which {@code problem.xml} describes.
 *
 * <pre>
 *   problem.xml
 *   tests/01 01.a …                       a package that is not the full one lacks those that are generated
 *   files/check.cpp interactor.cpp testlib.h …
 *   solutions/…                           by their tags in problem.xml
 *   statements/english/problem.tex, *.png
 *   statements/.pdf/english/problem.pdf
 * </pre>
 */
final class PolygonReader {

    static final String FILE = "problem.xml";

    private static final String PERCENT = "treat-points-from-checker-as-percent";
    private static final Set<String> STANDARD = Set.of("", "stdin", "stdout", "standard input", "standard output");
    private static final long MIB = 1 << 20;
    private static final long LONGEST_MILLIS = 1_200_000;
    private static final long MOST_MEMORY_BYTES = 64L << 30;

    private final PackageTree tree;
    private final XmlElement problem;
    private final Findings findings;

    private PolygonReader(PackageTree tree, XmlElement problem, Findings findings) {
        this.tree = tree;
        this.problem = problem;
        this.findings = findings;
    }

    /**
     * Reads a package.
     *
     * @param scratch a directory for tests whose lines end otherwise
     */
    static PackageResult read(
            PackageTree tree, PackageFile metadata, @Nullable String shortName, Path scratch, Findings findings)
            throws IOException {
        XmlElement problem = XmlReader.read(metadata, findings);
        XmlElement judging = problem == null ? null : problem.first("judging");
        if (problem != null && (!problem.name().equals("problem") || judging == null)) {
            findings.refuse(FILE, problem.line(), "the file is not a problem with its judging");
        }
        XmlElement testSet = judging == null ? null : PolygonTests.set(judging, findings);
        if (problem == null || judging == null || testSet == null) {
            return new PackageResult.Refused(findings.reasons());
        }
        String name = PackageReader.isShortName(problem.value("short-name")) ? problem.value("short-name") : shortName;
        return new PolygonReader(tree, problem, findings).read(judging, testSet, name, scratch);
    }

    private PackageResult read(XmlElement judging, XmlElement testSet, @Nullable String shortName, Path scratch)
            throws IOException {
        refuseWhatIsNotHonoured(judging);
        OutputValidators validators = validators(judging.value(PERCENT).equals("true"));
        PackageChecker checker = problem.first("assets", "interactor") == null
                ? new PackageChecker.Custom(List.of())
                : new PackageChecker.Interactive(List.of());
        PolygonGroups groups = new PolygonGroups(testSet, findings);
        List<PolygonTests.Placed> placed = new PolygonTests(tree, groups, checker, scratch, findings).read();
        NamedFiles named = named(judging);
        List<PackageTest> tests =
                placed.stream().map(each -> each.test().by(named)).toList();
        Scoring scoring = new PolygonScoring(groups, findings).of(placed);
        PolygonStatements statements = PolygonStatements.read(tree, problem, findings);
        List<JurySubmission> submissions = PolygonSolutions.read(tree, problem, findings);
        Limits limits = limits(testSet, tests);
        InputValidators inputValidators = inputValidators(placed);
        if (findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        PolygonWords.look(problem, findings);
        return new PackageResult.Read(new ProblemPackage(
                PackageFormat.POLYGON,
                shortName,
                title(shortName),
                new Origin(null, null, null, problem.attribute("url"), null, null),
                problem.all("tags", "tag").stream()
                        .map(tag -> tag.value("value").strip())
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                statements.all(),
                statements.images(),
                List.of(),
                null,
                new PolygonGraders(tree, problem, findings).read(),
                limits,
                TimeLimitSource.PACKAGE,
                TimeMargins.DEFAULT,
                validators,
                inputValidators,
                tests,
                Collections.emptySortedMap(),
                scoring,
                null,
                submissions,
                PackageSettings.NONE,
                List.of(),
                findings.warnings()));
    }

    /** The files that {@code judging} names; null where programs use the standard streams, as they always do with an interactor. */
    private @Nullable NamedFiles named(XmlElement judging) {
        String input = fileName(judging, "input-file");
        String output = fileName(judging, "output-file");
        return problem.first("assets", "interactor") == null ? PackageSettings.named(input, output) : null;
    }

    private @Nullable String fileName(XmlElement judging, String key) {
        String name = judging.value(key).strip();
        if (STANDARD.contains(name)) {
            return null;
        }
        if (!PackageSettings.isFileName(name)) {
            refuse(judging, key + " has to be a plain file name, not " + YamlKeys.shortened(name));
        }
        return name;
    }

    private void refuseWhatIsNotHonoured(XmlElement judging) {
        if (!Set.of("", "1").contains(judging.value("run-count").strip())) {
            refuse(judging, "run-count is not supported: a program is run once on a test");
        }
        XmlElement scorer = problem.first("assets", "scorer");
        if (scorer != null) {
            refuse(scorer, "a scorer is not supported: the score is made of the points of tests and groups");
        }
    }

    private OutputValidators validators(boolean givesHundredths) throws IOException {
        PolygonPrograms programs = new PolygonPrograms(tree, findings);
        List<PackageProgram> found = new ArrayList<>();
        for (String kind : List.of("interactor", "checker")) {
            XmlElement element = problem.first("assets", kind);
            PackageProgram program = element == null ? null : programs.readChecker(element, givesHundredths);
            if (program != null) {
                found.add(program);
            }
        }
        if (problem.first("assets", "checker") == null && problem.first("assets", "interactor") == null) {
            refuse(problem, "the problem has neither a checker nor an interactor");
        }
        return new OutputValidators(found, ValidationLimits.DEFAULT);
    }

    /** They change no verdict: one that cannot be run is left out. */
    private InputValidators inputValidators(List<PolygonTests.Placed> tests) throws IOException {
        Findings faults = new Findings();
        List<PackageProgram> found = new ArrayList<>();
        for (XmlElement validator : problem.all("assets", "validators", "validator")) {
            PackageProgram program = new PolygonPrograms(tree, faults).read(validator);
            if (program != null) {
                found.add(program);
            }
        }
        faults.reasons().forEach(fault -> findings.warn(fault.file(), fault.line(), fault.message()));
        SortedMap<String, List<List<String>>> arguments = new TreeMap<>();
        for (PolygonTests.Placed placed : tests) {
            List<String> own = PolygonTests.validatorArguments(placed.element());
            arguments.put(placed.test().name(), Collections.nCopies(found.size(), own));
        }
        return new InputValidators(found, ValidationLimits.DEFAULT, arguments, List.of());
    }

    /** Polygon has no limit of the output: it is twice the largest answer, and not below the default. */
    private Limits limits(XmlElement testSet, List<PackageTest> tests) {
        Limits byDefault = Limits.DEFAULT;
        long largest = tests.stream()
                .mapToLong(test -> test.answer().sizeBytes())
                .max()
                .orElse(0);
        return new Limits(
                number(testSet, "time-limit", LONGEST_MILLIS, byDefault.timeMillis()),
                number(testSet, "memory-limit", MOST_MEMORY_BYTES, byDefault.memoryBytes()),
                Math.max(byDefault.outputBytes(), Math.ceilDiv(2 * largest, MIB) * MIB),
                byDefault.codeBytes(),
                byDefault.compileTimeMillis(),
                byDefault.compileMemoryBytes());
    }

    private long number(XmlElement testSet, String name, long most, long otherwise) {
        XmlElement element = testSet.first(name);
        if (element == null) {
            refuse(testSet, "the test set has no " + name);
            return otherwise;
        }
        if (!element.text().matches("[0-9]{1,12}")) {
            refuse(element, name + " is not a number: " + YamlKeys.shortened(element.text()));
            return otherwise;
        }
        long value = Long.parseLong(element.text());
        if (value <= 0 || value > most) {
            refuse(element, name + " has to be from 1 to " + most + ", not " + value);
            return otherwise;
        }
        return value;
    }

    private String title(@Nullable String shortName) {
        List<XmlElement> names = problem.all("names", "name");
        return names.stream()
                .filter(name -> name.value("language").equals("english"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(name -> name.value("value").strip())
                .filter(name -> !name.isEmpty())
                .orElse(Objects.requireNonNullElse(shortName, "Problem"));
    }

    private void refuse(XmlElement element, String reason) {
        findings.refuse(FILE, element.line(), reason);
    }
}
