package dev.haetae.api.problem;

import dev.haetae.common.Limits;
import dev.haetae.common.TestSetRef;
import java.util.List;
import java.util.UUID;

/**
 * What judging has to know of a problem's current version.
 *
 * @param version its number
 * @param limits of every language: an imported problem's limits are exact
 * @param languages ids of the languages that it takes
 * @param tests what it is judged on
 */
public record JudgeableProblem(
        UUID id, String slug, int version, Limits limits, List<String> languages, TestSetRef tests) {

    public JudgeableProblem {
        languages = List.copyOf(languages);
    }
}
