package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.verification.TimeMargins;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The limits of {@code problem.yaml}, which both formats write alike: seconds, MiB, and KiB of code. */
final class LimitKeys {

    private static final BigDecimal KIB = BigDecimal.valueOf(1 << 10);
    private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST_MEMORY_MIB = BigDecimal.valueOf(1 << 16);
    private static final BigDecimal MOST_OUTPUT_MIB = BigDecimal.valueOf(1 << 10);
    private static final BigDecimal MOST_CODE_KIB = BigDecimal.valueOf(1 << 10);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(600);
    private static final BigDecimal LEAST_PASSES = BigDecimal.TWO;
    private static final BigDecimal MOST_PASSES = BigDecimal.valueOf(1_000);
    private static final int PASSES_BY_DEFAULT = 2;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(1_000);

    private LimitKeys() {}

    static Limits submission(YamlKeys keys, long timeMillis) {
        Limits byDefault = Limits.DEFAULT;
        return new Limits(
                timeMillis,
                limit(keys, "memory", MIB, MOST_MEMORY_MIB, byDefault.memoryBytes()),
                limit(keys, "output", MIB, MOST_OUTPUT_MIB, byDefault.outputBytes()),
                limit(keys, "code", KIB, MOST_CODE_KIB, byDefault.codeBytes()),
                limit(keys, "compilation_time", MILLIS, MOST_SECONDS, byDefault.compileTimeMillis()),
                limit(keys, "compilation_memory", MIB, MOST_MEMORY_MIB, byDefault.compileMemoryBytes()));
    }

    /** How often a program may be run for a test; 1 where it is not a multi-pass problem. */
    static int passes(YamlKeys keys, boolean multiPass) {
        BigDecimal passes = keys.positiveNumber("validation_passes");
        if (passes == null || !multiPass) {
            return multiPass ? PASSES_BY_DEFAULT : 1;
        }
        if (passes.stripTrailingZeros().scale() > 0 || passes.compareTo(LEAST_PASSES) < 0) {
            keys.refuse("validation_passes", "has to be a whole number, at least " + LEAST_PASSES);
            return PASSES_BY_DEFAULT;
        }
        if (passes.compareTo(MOST_PASSES) > 0) {
            keys.refuse("validation_passes", "cannot be honoured: at most " + MOST_PASSES + " is possible");
            return PASSES_BY_DEFAULT;
        }
        return passes.intValueExact();
    }

    /** The margins of a legacy package. */
    static TimeMargins legacyMargins(YamlKeys keys) {
        TimeMargins byDefault = TimeMargins.LEGACY;
        return new TimeMargins(
                factor(keys, "time_multiplier", BigDecimal.ZERO, byDefault.acToTimeLimit()),
                factor(keys, "time_safety_margin", BigDecimal.ZERO, byDefault.timeLimitToTle()),
                byDefault.resolutionMillis(),
                byDefault.strict());
    }

    /** The margins of a 2025-09 package. */
    static TimeMargins margins(YamlKeys keys) {
        TimeMargins byDefault = TimeMargins.DEFAULT;
        YamlKeys factors = keys.map("time_multipliers");
        TimeMargins margins = new TimeMargins(
                factor(factors, "ac_to_time_limit", BigDecimal.ONE, byDefault.acToTimeLimit()),
                factor(factors, "time_limit_to_tle", BigDecimal.ONE, byDefault.timeLimitToTle()),
                limit(keys, "time_resolution", MILLIS, MOST_SECONDS, byDefault.resolutionMillis()),
                byDefault.strict());
        factors.warnOfTheRest();
        return margins;
    }

    private static double factor(YamlKeys keys, String key, BigDecimal least, double byDefault) {
        BigDecimal value = keys.positiveNumber(key);
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(MOST_FACTOR) > 0)) {
            keys.refuse(key, "has to be a number from " + least + " to " + MOST_FACTOR);
        }
        return value == null ? byDefault : value.doubleValue();
    }

    static ValidationLimits validation(YamlKeys keys) {
        ValidationLimits byDefault = ValidationLimits.DEFAULT;
        return new ValidationLimits(
                limit(keys, "validation_time", MILLIS, MOST_SECONDS, byDefault.timeMillis()),
                limit(keys, "validation_memory", MIB, MOST_MEMORY_MIB, byDefault.memoryBytes()),
                limit(keys, "validation_output", MIB, MOST_OUTPUT_MIB, byDefault.outputBytes()));
    }

    private static long limit(YamlKeys keys, String key, BigDecimal unit, BigDecimal most, long byDefault) {
        BigDecimal value = keys.positiveNumber(key);
        if (value == null) {
            return byDefault;
        }
        if (value.compareTo(most) > 0) {
            keys.refuse(key, "cannot be honoured: at most " + most + " is possible");
            return byDefault;
        }
        return value.multiply(unit).setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
