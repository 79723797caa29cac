package dev.haetae.common.packages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package for tests: {@code aPackage().with("problem.yaml", "…").without("data/secret/1.ans").zip(path)}. */
final class PackageBuilder {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private PackageBuilder() {}

    /** The smallest package that is read without a warning. */
    static PackageBuilder aPackage() {
        return nothing()
                .with("problem.yaml", "name: Sum\nlimits:\n  time_limit: 1\n")
                .with("problem_statement/problem.en.md", "# Sum\n\nAdd.\n")
                .with("data/sample/1.in", "1 2\n")
                .with("data/sample/1.ans", "3\n")
                .with("data/secret/1.in", "2 2\n")
                .with("data/secret/1.ans", "4\n")
                .with("submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n");
    }

    /** The same in the format 2025-09, with this {@code problem.yaml}. */
    static PackageBuilder a2025Package(String metadata) {
        return aPackage()
                .without("problem_statement/problem.en.md")
                .with("statement/problem.en.md", "Add.\n")
                .with("problem.yaml", metadata);
    }

    static PackageBuilder nothing() {
        return new PackageBuilder();
    }

    PackageBuilder with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    PackageBuilder with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    PackageBuilder without(String path) {
        files.remove(path);
        return this;
    }

    /** All files one folder down. */
    PackageBuilder in(String folder) {
        PackageBuilder inFolder = nothing();
        files.forEach((path, content) -> inFolder.with(folder + "/" + path, content));
        return inFolder;
    }

    Path zip(Path archive) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive;
    }

    /** What the reader makes of it, in files of its own below that directory. */
    PackageResult result(Path temporary) throws IOException {
        Path own = Files.createTempDirectory(temporary, "package");
        return PackageReader.read(
                zip(own.resolve("sum.zip")), "sum.zip", Files.createDirectory(own.resolve("scratch")));
    }

    /** The problem, which has to be readable. */
    ProblemPackage read(Path temporary) throws IOException {
        return switch (result(temporary)) {
            case PackageResult.Read(ProblemPackage problem) -> problem;
            case PackageResult.Refused(List<Finding> reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    /** Why it is refused, which it has to be. */
    List<String> reasons(Path temporary) throws IOException {
        return switch (result(temporary)) {
            case PackageResult.Read(ProblemPackage problem) -> throw new AssertionError("read: " + problem);
            case PackageResult.Refused(List<Finding> reasons) ->
                reasons.stream().map(Finding::toString).toList();
        };
    }

    Path directory(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return directory;
    }
}
