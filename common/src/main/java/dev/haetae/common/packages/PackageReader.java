package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads problem packages that nobody has to trust.
 *
 * <p>A package is an archive or a directory; its files are in the root or in one folder there. An archive is unpacked first,
 * within bounds and under names of our own; links are followed by text only; then the metadata decides the format, and the
 * format's reader makes the package of it. Memory is bounded by the number of files and by the largest text, not by test data.
 */
public final class PackageReader {

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Set<String> LEGACY = Set.of("legacy", "legacy-icpc");

    private PackageReader() {}

    /**
     * Reads a package.
     *
     * @param source a directory, or a zip archive
     * @param name the source's own name, from which the short name is taken when there is no top folder: {@code hello.zip}
     * @param scratch an empty, private directory, into which an archive is unpacked and files are rewritten; the files of the result are
     *     there until the caller deletes it
     * @throws IOException when reading or unpacking fails for reasons other than the package's
     */
    public static PackageResult read(Path source, String name, Path scratch) throws IOException {
        return read(source, name, scratch, PackageBounds.DEFAULT);
    }

    static PackageResult read(Path source, String name, Path scratch, PackageBounds bounds) throws IOException {
        Findings findings = new Findings();
        RawTree raw = Files.isDirectory(source)
                ? DirectoryTree.read(source, bounds, findings)
                : ZipTree.read(source, scratch, bounds, findings);
        if (raw == null || findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        String topFolder = raw.topFolder();
        PackageTree tree = Links.follow(raw.below(topFolder), bounds, findings);
        PackageFile polygon = tree.file(PolygonReader.FILE);
        if (polygon != null && tree.file(LegacyMetadata.FILE) == null) {
            return PolygonReader.read(tree, polygon, shortName(topFolder, name), scratch, findings);
        }
        YamlNode.Mapping metadata = metadata(tree, findings);
        if (metadata == null || findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        String shortName = shortName(topFolder, name);
        String version = new YamlKeys(LegacyMetadata.FILE, metadata, findings).text("problem_format_version");
        if (version != null && DraftReader.VERSIONS.contains(version)) {
            return DraftReader.read(tree, metadata, shortName, scratch, findings);
        }
        return Icpc2025Reader.VERSION.equals(version)
                ? Icpc2025Reader.read(tree, metadata, shortName, scratch, findings)
                : LegacyReader.read(tree, metadata, shortName, findings);
    }

    /** The metadata of a package in a format that is supported; null when it is refused. */
    private static YamlNode.@Nullable Mapping metadata(PackageTree tree, Findings findings) throws IOException {
        PackageFile file = tree.file(LegacyMetadata.FILE);
        if (file == null) {
            findings.refuse(LegacyMetadata.FILE, "the file is missing, in the root and in a single folder there");
            return null;
        }
        YamlNode.Mapping metadata = YamlReader.read(file, findings);
        if (metadata != null) {
            refuseOtherFormats(tree, new YamlKeys(file.path(), metadata, findings), findings);
        }
        return metadata;
    }

    private static void refuseOtherFormats(PackageTree tree, YamlKeys keys, Findings findings) {
        String version = keys.text("problem_format_version");
        if (version != null && !isKnown(version)) {
            keys.refuse(
                    "problem_format_version",
                    YamlKeys.shortened(version) + " is not supported, only legacy, 2023-07-draft and 2025-09 are");
        }
        if (version == null
                && tree.below("data").stream().anyMatch(file -> file.path().endsWith("/test_group.yaml"))) {
            findings.refuse(
                    "data",
                    "test_group.yaml belongs to the format 2025-09, but problem.yaml has no problem_format_version");
        }
        if (version == null && tree.hasFolder("output_validator") && !keys.has("validation")) {
            findings.refuse(
                    "output_validator",
                    "this folder belongs to the format 2025-09, but problem.yaml has no problem_format_version");
        }
    }

    private static boolean isKnown(String version) {
        return LEGACY.contains(version)
                || DraftReader.VERSIONS.contains(version)
                || version.equals(Icpc2025Reader.VERSION);
    }

    static boolean isShortName(String name) {
        return SHORT_NAME.matcher(name).matches();
    }

    private static @Nullable String shortName(String topFolder, String name) {
        String folder = topFolder.isEmpty() ? "" : topFolder.substring(0, topFolder.length() - 1);
        String archive = name.replaceFirst("\\.(zip|kpp)$", "");
        return Stream.of(folder, archive)
                .map(candidate -> candidate.toLowerCase(Locale.ROOT))
                .filter(PackageReader::isShortName)
                .findFirst()
                .orElse(null);
    }
}
