package dev.haetae.common.packages;

import dev.haetae.common.Limits;
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
 * @param validation how outputs are judged
 * @param passes how often a program may be run for a test
 * @param validationLimits of output validators
 * @param validatorFlags text for the output validators
 * @param validatorFlagsLine its line, or null when it is not there
 */
record LegacyMetadata(
        @Nullable String name,
        Origin origin,
        List<String> keywords,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TimeMargins margins,
        Validation validation,
        int passes,
        ValidationLimits validationLimits,
        String validatorFlags,
        @Nullable Integer validatorFlagsLine) {

    static final String FILE = "problem.yaml";

    private static final String MULTI_PASS = "multi-pass";

    /** Reads the metadata; what it returns counts only if nothing was refused. */
    static LegacyMetadata read(PackageTree tree, YamlKeys keys, Findings findings) throws IOException {
        IniFile ini = IniFile.read(tree, findings);
        refuseWhatChangesVerdicts(keys, ini, findings);
        YamlKeys limitKeys = keys.map("limits");
        TimeLimit time = TimeLimit.read(tree, limitKeys, ini, findings);
        String flags = keys.text("validator_flags");
        LegacyMetadata metadata = new LegacyMetadata(
                name(keys, ini),
                origin(keys),
                keys.words("keywords"),
                limits(limitKeys, time.millis()),
                time.source(),
                LimitKeys.legacyMargins(limitKeys),
                validation(keys),
                LimitKeys.passes(limitKeys, validationWords(keys).contains(MULTI_PASS)),
                LimitKeys.validation(limitKeys),
                flags == null ? "" : flags,
                flags == null ? null : keys.line("validator_flags"));
        keys.ignore("problem_format_version");
        limitKeys.warnOfTheRest();
        keys.warnOfTheRest();
        return metadata;
    }

    private static void refuseWhatChangesVerdicts(YamlKeys keys, IniFile ini, Findings findings) {
        String type = keys.text("type");
        if (type != null && !type.equals("pass-fail")) {
            keys.refuse("type", YamlKeys.shortened(type) + " is not supported yet, only pass-fail is");
        }
        if (keys.has("grading")) {
            keys.refuse("grading", "is not supported yet: only pass-fail problems without grading are");
        }
        for (String key : List.of("special_run", "special_compare", "special_compare_args", "combined_run_compare")) {
            IniFile.Value value = ini.value(key);
            if (value != null) {
                findings.refuse(
                        ini.path(), value.line(), key + " is not supported: validators come in output_validators/");
            }
        }
    }

    private static List<String> validationWords(YamlKeys keys) {
        String text = keys.text("validation");
        return text == null ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** Multi-pass, which the format's successor has, goes with each way in which a package's own validators judge. */
    private static Validation validation(YamlKeys keys) {
        String text = keys.text("validation");
        List<String> words = new ArrayList<>(validationWords(keys));
        if (words.size() > 1 && words.getFirst().equals("custom")) {
            words.remove(MULTI_PASS);
        }
        Validation validation = text == null ? Validation.DEFAULT : Validation.of(String.join(" ", words));
        if (validation == null) {
            keys.refuse(
                    "validation",
                    YamlKeys.shortened(String.valueOf(text))
                            + " is not supported yet, only default and custom are, the latter also interactive and multi-pass");
            return Validation.DEFAULT;
        }
        return validation;
    }

    private static @Nullable String name(YamlKeys keys, IniFile ini) {
        String name = keys.text("name");
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
