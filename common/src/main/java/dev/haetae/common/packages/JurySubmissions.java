package dev.haetae.common.packages;

import dev.haetae.common.language.Languages;
import dev.haetae.common.verification.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the jury's solutions: {@code submissions/<folder>/<file>}, or a directory in a file's place. */
final class JurySubmissions {

    static final String ROOT = "submissions";
    private static final Languages LANGUAGES = Languages.all();

    private JurySubmissions() {}

    static List<JurySubmission> read(PackageTree tree, Findings findings) throws IOException {
        List<JurySubmission> submissions = found(tree, findings);
        warn(submissions, findings);
        warnOfNoLanguage(submissions, findings);
        return submissions;
    }

    private static void warnOfNoLanguage(List<JurySubmission> submissions, Findings findings) {
        submissions.stream()
                .filter(submission -> !hasLanguage(submission))
                .forEach(submission -> findings.warn(
                        submission.files().getFirst().path(), "the file is in no language that can be judged"));
    }

    private static List<JurySubmission> found(PackageTree tree, Findings findings) {
        Map<String, List<PackageFile>> files = new TreeMap<>();
        for (PackageFile file : tree.below(ROOT)) {
            String[] part = file.path().split("/", 4);
            boolean hidden = part.length > 2 && part[2].startsWith(".");
            if (part.length < 3) {
                findings.warn(file.path(), "the file is in no folder of submissions/ and is ignored");
            } else if (!hidden) {
                files.computeIfAbsent(part[1] + "/" + part[2], _ -> new ArrayList<>())
                        .add(file);
            }
        }
        return files.entrySet().stream()
                .map(entry -> new JurySubmission(
                        PackagePath.folder(entry.getKey()), PackagePath.name(entry.getKey()), entry.getValue()))
                .toList();
    }

    /**
     * Those of a 2025-09 package, with what {@code submissions.yaml} says of them.
     *
     * @param areAnswers whether they are in no language, but answers
     */
    static List<JurySubmission> readTold(
            PackageTree tree, List<PackageTest> tests, boolean areAnswers, Findings findings) throws IOException {
        List<JurySubmission> found = found(tree.only(path -> !path.equals(SubmissionsYaml.FILE)), findings);
        if (!areAnswers) {
            warnOfNoLanguage(found, findings);
        }
        List<String> paths = found.stream()
                .map(submission -> submission.folder() + "/" + submission.name())
                .toList();
        List<String> testNames = tests.stream().map(PackageTest::name).toList();
        SubmissionsYaml yaml = SubmissionsYaml.read(tree, new SubmissionsYaml.Names(paths, testNames), findings);
        warn(found, yaml::demandsOf, findings);
        return found.stream().map(yaml::told).toList();
    }

    /** Of solutions of which folders and comments say what is expected. */
    static void warn(List<JurySubmission> submissions, Findings findings) throws IOException {
        warn(submissions, submission -> Expectation.isSaidBy(submission.folder()), findings);
        for (JurySubmission submission : submissions) {
            for (PackageFile file : submission.files()) {
                warnOfUnknownResults(file, findings);
            }
        }
    }

    private static void warnOfUnknownResults(PackageFile file, Findings findings) throws IOException {
        try (InputStream in = file.open()) {
            String source = new String(in.readNBytes(PackageBounds.TEXT_BYTES), StandardCharsets.ISO_8859_1);
            Expectation.unknownResults(source)
                    .forEach(result -> findings.warn(
                            file.path(), "the result " + YamlKeys.shortened(result) + " is not known and is ignored"));
        }
    }

    private static void warn(List<JurySubmission> submissions, Predicate<JurySubmission> isTold, Findings findings) {
        submissions.stream()
                .filter(isTold.negate())
                .map(JurySubmission::folder)
                .distinct()
                .forEach(folder -> findings.warn(
                        ROOT + "/" + folder, "the folder's name says no verdict: its solutions expect nothing"));
        if (submissions.stream().noneMatch(submission -> submission.folder().equals("accepted"))) {
            findings.warn(ROOT, "the package has no accepted solution");
        }
    }

    private static boolean hasLanguage(JurySubmission submission) {
        return submission.files().stream()
                .anyMatch(file -> LANGUAGES.list().stream()
                        .anyMatch(language -> language.isSource(PackagePath.name(file.path()))));
    }
}
