package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

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

/** Asks for the time limits of versions that have none. */
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

    /**
     * Begins what a problem's newest version needs, in the caller's transaction, unless its limit is known or under way.
     *
     * @return whether a limit is measured now
     */
    boolean begin(Problem problem, ProblemContent content, UUID author) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        TimeMargins margins = content.margins();
        boolean begins = content.limitBasis() != null
                && margins != null
                && limits.begin(id, problem.getId(), content.limitBasis());
        if (begins) {
            ProblemContent generous = content.withTimeMillis(TimeMargins.GENEROUS_MILLIS);
            events.publishEvent(
                    new TimeLimitWanted(id, solutions.of(problem, generous), requireNonNull(margins), author));
        }
        events.publishEvent(new ProblemChanged(problem.getId()));
        return begins;
    }
}
