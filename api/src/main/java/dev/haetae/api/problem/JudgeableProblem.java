package dev.haetae.api.problem;

import dev.haetae.common.*;
import java.util.*;

public record JudgeableProblem(UUID id, String slug, int version, TestSetRef tests, List<String> languages) {
    public Limits limits(String l) {
        return Limits.DEFAULT;
    }
}
