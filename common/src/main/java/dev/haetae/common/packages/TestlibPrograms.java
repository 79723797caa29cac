package dev.haetae.common.packages;

import dev.haetae.common.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checkers and interactors that are called as testlib's are, in a package of the format 2025-09. To others they are one output validator, which two
 * scripts make of them; here they are recognised by these scripts, and called without them.
 *
 * <pre>
 *   output_validator/build, run
 *                    testlib/checker/check.cpp, testlib.h …
 *                    testlib/interactor/talk.cpp …          only of interactive problems
 *                    testlib/hundredths                     where a checker's points are hundredths of the test's
 *   input_validators/testlib1/build, run                    an input validator, to us as to others
 *                             testlib/validator.cpp, testlib.h …
 * </pre>
 */
public final class TestlibPrograms {

    private static final String FOLDER = "output_validator/";
    private static final String INTERACTOR_FILES = "testlib/interactor/";
    private static final String CHECKER_FILES = "testlib/checker/";

    private static final String HUNDREDTHS_FILE = "testlib/hundredths";

    /** A file that is there where the points that a checker gives are hundredths of the test's. */
    public static final String HUNDREDTHS = FOLDER + HUNDREDTHS_FILE;

    /** Where the interactor's files lie. */
    public static final String INTERACTOR = FOLDER + INTERACTOR_FILES;

    /** Where the checker's files lie. */
    public static final String CHECKER = FOLDER + CHECKER_FILES;

    /** Where an input validator's files lie in its folder. */
    public static final String INPUT_FILES = "testlib/";

    private static final Map<String, String> SCRIPTS = Map.of("build", script("build"), "run", script("run"));

    private TestlibPrograms() {}

    /** The scripts by their paths in a package. */
    public static SortedMap<String, String> scripts() {
        SortedMap<String, String> scripts = new TreeMap<>();
        SCRIPTS.forEach((name, text) -> scripts.put(FOLDER + name, text));
        return scripts;
    }

    /** The folder of one input validator of several, from 1. */
    public static String inputValidator(int number) {
        return "input_validators/testlib" + number + "/";
    }

    /** The scripts of an input validator by their paths in its folder. */
    public static SortedMap<String, String> inputScripts() {
        return new TreeMap<>(Map.of("build", script("input-build"), "run", script("input-run")));
    }

    /** The programs that an output validator is, in the order in which they run: itself, unless it is made of others. */
    static List<PackageProgram> of(@Nullable PackageProgram validator) throws IOException {
        if (validator == null) {
            return List.of();
        }
        if (!hasScripts(validator)) {
            return List.of(validator);
        }
        List<PackageProgram> programs = new ArrayList<>();
        for (String folder : List.of(INTERACTOR_FILES, CHECKER_FILES)) {
            SortedMap<String, PackageFile> files = new TreeMap<>();
            validator.files().forEach((path, file) -> {
                if (path.startsWith(folder)) {
                    files.put(path.substring(folder.length()), file);
                }
            });
            if (!files.isEmpty()) {
                String name = FOLDER + folder.substring(0, folder.length() - 1);
                Protocol protocol =
                        validator.files().containsKey(HUNDREDTHS_FILE) ? Protocol.TESTLIB_HUNDREDTHS : Protocol.TESTLIB;
                programs.add(new PackageProgram(name, ProgramLanguage.of(files.keySet()), files, protocol));
            }
        }
        return programs;
    }

    private static boolean hasScripts(PackageProgram validator) throws IOException {
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            PackageFile file = validator.files().get(script.getKey());
            byte[] ours = script.getValue().getBytes(StandardCharsets.UTF_8);
            if (file == null || file.sizeBytes() != ours.length) {
                return false;
            }
            try (InputStream in = file.open()) {
                if (!Arrays.equals(in.readAllBytes(), ours)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String script(String name) {
        try (InputStream in =
                Objects.requireNonNull(TestlibPrograms.class.getResourceAsStream("testlib-" + name + ".sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a script is missing", e);
        }
    }
}
