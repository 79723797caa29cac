package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.ValidationLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits as {@code problem.yaml} writes them in both formats: seconds, MiB, and KiB of code. What is read again is the same to the byte and
 * the millisecond: readers round up, and so a number with more places than are written is rounded down.
 */
public final class LimitText {

    private static final BigDecimal KIB = BigDecimal.valueOf(1 << 10);
    private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    /** The next number differs from the limit by less than a byte. */
    private static final int PLACES = 8;

    private LimitText() {}

    /** The keys below {@code limits} for a submission, with numbers. */
    public static Map<String, Object> of(Limits limits) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("time_limit", number(limits.timeMillis(), MILLIS));
        keys.put("memory", number(limits.memoryBytes(), MIB));
        keys.put("output", number(limits.outputBytes(), MIB));
        keys.put("code", number(limits.codeBytes(), KIB));
        keys.put("compilation_time", number(limits.compileTimeMillis(), MILLIS));
        keys.put("compilation_memory", number(limits.compileMemoryBytes(), MIB));
        return keys;
    }

    /** The keys below {@code limits} for output validators, with numbers. */
    public static Map<String, Object> of(ValidationLimits limits) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("validation_time", number(limits.timeMillis(), MILLIS));
        keys.put("validation_memory", number(limits.memoryBytes(), MIB));
        keys.put("validation_output", number(limits.outputBytes(), MIB));
        return keys;
    }

    private static Number number(long value, BigDecimal unit) {
        BigDecimal number = BigDecimal.valueOf(value)
                .divide(unit, PLACES, RoundingMode.FLOOR)
                .stripTrailingZeros();
        return number.scale() <= 0 ? (Number) number.longValueExact() : number;
    }
}
