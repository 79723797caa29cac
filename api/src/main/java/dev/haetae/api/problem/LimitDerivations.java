package dev.haetae.api.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.web.Sha256;
import dev.haetae.common.Wire;
import dev.haetae.common.packages.TimeLimitSource;
import dev.haetae.common.verification.TimeMargins;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks for the time limits of new versions that have none. */
@Component
class LimitDerivations {

    private final DerivedLimits limits;
    private final JurySolutions solutions;
    private final ApplicationEventPublisher events;

    LimitDerivations(DerivedLimits limits, JurySolutions solutions, ApplicationEventPublisher events) {
        this.limits = limits;
        this.solutions = solutions;
        this.events = events;
    }

    /** A new version's content with the name of what its limit depends on, if that is to be derived. */
    static ProblemContent named(ProblemContent content) {
        boolean derives = content.timeLimitSource() == TimeLimitSource.DERIVED
                && content.margins() != null
                && !content.jurySubmissions().isEmpty()
                && content.isJudgeable();
        return content.withLimitBasis(derives ? basis(content) : null);
    }

    /** Maps are sorted, as the order of an immutable one differs from process to process. */
    private static String basis(ProblemContent content) {
        String all = List.of(
                        content.tests(),
                        content.jurySubmissions(),
                        new TreeMap<>(content.included()),
                        content.limits().withTimeMillis(1),
                        String.valueOf(content.margins()),
                        content.settings().languages(),
                        new TreeMap<>(content.settings().languageFactors()))
                .stream()
                .map(part -> new String(Wire.write(part), StandardCharsets.UTF_8))
                .reduce("", String::concat);
        return Sha256.hex(all);
    }

    /** Begins what a version that was just written needs, in its transaction. */
    void begin(Problem problem, ProblemContent content, UUID author) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        TimeMargins margins = content.margins();
        if (content.limitBasis() != null
                && margins != null
                && limits.begin(id, problem.getId(), content.limitBasis())) {
            ProblemContent generous = content.withTimeMillis(TimeMargins.GENEROUS_MILLIS);
            events.publishEvent(new TimeLimitWanted(id, solutions.of(problem, generous), margins, author));
        }
        events.publishEvent(new ProblemChanged(problem.getId()));
    }
}
