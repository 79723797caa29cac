package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.Scoring.Objective;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code problem.yaml} says in the legacy format, and the files beside it that say the same.
 *
 * @param name the problem's title, or null
 * @param origin who made it
 * @param keywords what it is about
 * @param limits of a submission
 * @param timeLimitSource where the time limit comes from
 * @param margins from which it is derived where there is none
 * @param objective what a score is to be, or null in a pass-fail problem
 * @param validation how outputs are judged
 * @param passes how often a program may be run for a test
 * @param validationLimits of output validators
 * @param validatorFlags for the output validators
 * @param validatorFlagsLine its line, or null when it is not there
 */
record LegacyMetadata(
        @Nullable String name,
        Origin origin,
        List<String> keywords,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TimeMargins margins,
        @Nullable Objective objective,
        Validation validation,
        int passes,
        ValidationLimits validationLimits,
        List<String> validatorFlags,
        @Nullable Integer validatorFlagsLine) {

    static final String FILE = "problem.yaml";

    static final String GRADING = "grading";

    private static final String FLAGS = "validator_flags";
    private static final String MULTI_PASS = "multi-pass";
    private static final String SCORE = "score";

    /** Reads the metadata; what it returns counts only if nothing was refused. */
    static LegacyMetadata read(PackageTree tree, YamlKeys keys, Findings findings) throws IOException {
        IniFile ini = IniFile.read(tree, findings);
        refuseWhatChangesVerdicts(ini, findings);
        boolean scored = isScored(keys);
        YamlKeys limitKeys = keys.map("limits");
        TimeLimit time = TimeLimit.read(tree, limitKeys, ini, findings);
        LegacyMetadata metadata = new LegacyMetadata(
                name(keys, ini),
                origin(keys),
                keys.words("keywords"),
                limits(limitKeys, time.millis()),
                time.source(),
                LimitKeys.legacyMargins(limitKeys),
                scored ? objective(keys.map(GRADING)) : null,
                validation(keys, scored),
                LimitKeys.passes(limitKeys, validationWords(keys).contains(MULTI_PASS)),
                LimitKeys.validation(limitKeys),
                flags(keys, ini, findings),
                keys.line(FLAGS));
        keys.ignore("problem_format_version");
        if (keys.has(GRADING) && !scored) {
            findings.warn(FILE, keys.line(GRADING), "only scoring problems have grading: it is ignored");
        }
        limitKeys.warnOfTheRest();
        keys.warnOfTheRest();
        return metadata;
    }

    /** For the groups of tests. */
    TestGroups.Settings settings(List<PackageProgram> validators) {
        return new TestGroups.Settings(validation, validatorFlags, validatorFlagsLine, false, validators);
    }

    private static boolean isScored(YamlKeys keys) {
        String type = keys.text("type");
        if (type != null && !type.equals("pass-fail") && !type.equals("scoring")) {
            keys.refuse("type", YamlKeys.shortened(type) + " is not supported, only pass-fail and scoring are");
        }
        return "scoring".equals(type);
    }

    /** Whether groups are shown is for the feedback policy to say. */
    private static Objective objective(YamlKeys grading) {
        String objective = grading.text("objective");
        if (objective != null && !objective.equals("max") && !objective.equals("min")) {
            grading.refuse("objective", "has to be max or min, not " + YamlKeys.shortened(objective));
        }
        grading.ignore("show_test_data_groups", "accept_score", "reject_score", "range");
        grading.warnOfTheRest();
        return "min".equals(objective) ? Objective.MIN : Objective.MAX;
    }

    private static void refuseWhatChangesVerdicts(IniFile ini, Findings findings) {
        for (String key : List.of("special_run", "special_compare", "combined_run_compare")) {
            IniFile.Value value = ini.value(key);
            if (value != null) {
                findings.refuse(
                        ini.path(), value.line(), key + " is not supported: validators come in output_validators/");
            }
        }
    }

    /** DOMjudge's own file may give them instead. */
    private static List<String> flags(YamlKeys keys, IniFile ini, Findings findings) {
        IniFile.Value byDomjudge = ini.value("special_compare_args");
        if (keys.text(FLAGS) != null || byDomjudge == null) {
            return keys.text(FLAGS) == null ? List.of() : keys.arguments(FLAGS);
        }
        List<String> flags = ShellWords.of(byDomjudge.text());
        if (flags == null) {
            findings.refuse(ini.path(), byDomjudge.line(), "special_compare_args has a quote that is not closed");
        }
        return flags == null ? List.of() : flags;
    }

    private static List<String> validationWords(YamlKeys keys) {
        String text = keys.text("validation");
        return text == null ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /**
     * Multi-pass, which the format's successor has, goes with each way in which a package's own validators judge; so does a score, which a
     * scoring problem's validators may always give.
     */
    private static Validation validation(YamlKeys keys, boolean scored) {
        String text = keys.text("validation");
        List<String> words = new ArrayList<>(validationWords(keys));
        if (words.size() > 1 && words.getFirst().equals("custom")) {
            words.remove(MULTI_PASS);
            words.removeIf(word -> scored && word.equals(SCORE));
        }
        Validation validation = text == null ? Validation.DEFAULT : Validation.of(String.join(" ", words));
        if (validation == null) {
            keys.refuse(
                    "validation",
                    YamlKeys.shortened(String.valueOf(text))
                            + " is not supported yet, only default and custom are, the latter also interactive, multi-pass, and in scoring problems score");
            return Validation.DEFAULT;
        }
        return validation;
    }

    private static @Nullable String name(YamlKeys keys, IniFile ini) {
        // Tools wrote it by languages long before a format had that.
        String name = keys.anyText("name", "en");
        IniFile.Value byDomjudge = ini.value("name");
        return name == null && byDomjudge != null ? byDomjudge.text() : name;
    }

    private static Origin origin(YamlKeys keys) {
        return new Origin(
                keys.text("uuid"),
                keys.text("author"),
                keys.text("source"),
                keys.text("source_url"),
                keys.text("license"),
                keys.text("rights_owner"));
    }

    private static Limits limits(YamlKeys keys, long timeMillis) {
        return LimitKeys.submission(keys, timeMillis);
    }
}
