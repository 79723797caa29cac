package dev.haetae.common.packages;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a package in Kattis' {@code legacy} format, of which everything but {@code problem.yaml} and a test may be missing. */
final class LegacyReader {

    private LegacyReader() {}

    static PackageResult read(
            PackageTree tree, YamlNode.Mapping problemYaml, @Nullable String shortName, Findings findings)
            throws IOException {
        OtherFiles.look(tree, findings);
        YamlKeys keys = new YamlKeys(LegacyMetadata.FILE, problemYaml, findings);
        LegacyMetadata metadata = LegacyMetadata.read(tree, keys, findings);
        TestGroups groups = new TestGroups(tree, metadata, findings);
        List<PackageTest> tests = new LegacyTests(tree, groups, findings).read();
        Statements statements = Statements.read(tree, findings);
        List<JurySubmission> submissions = JurySubmissions.read(tree, findings);
        if (findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        return new PackageResult.Read(new ProblemPackage(
                PackageFormat.ICPC_LEGACY,
                shortName,
                title(metadata, statements, shortName),
                metadata.origin(),
                metadata.keywords(),
                statements.all(),
                statements.otherFiles(),
                metadata.limits(),
                metadata.timeLimitSource(),
                tests,
                submissions,
                findings.warnings()));
    }

    private static String title(LegacyMetadata metadata, Statements statements, @Nullable String shortName) {
        String name = metadata.name();
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        String title = statements.title();
        if (title != null) {
            return title;
        }
        return shortName == null ? "Problem" : shortName;
    }
}
