package dev.haetae.api.problem;

import dev.haetae.common.Limits;
import dev.haetae.common.TestSetRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What judging has to know of a problem's current version.
 *
 * @param version its number
 * @param limits by the id of each language that it takes, in the order of the configured set
 * @param tests what it is judged on
 */
public record JudgeableProblem(UUID id, String slug, int version, Map<String, Limits> limits, TestSetRef tests) {

    public JudgeableProblem {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
