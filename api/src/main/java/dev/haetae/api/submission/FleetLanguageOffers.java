package dev.haetae.api.submission;

import dev.haetae.api.judge.Fleet;
import dev.haetae.api.problem.LanguageOffers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells problems what the fleet offers: the two lie on one floor and do not know each other. */
@Component
class FleetLanguageOffers implements LanguageOffers {

    private final Fleet fleet;

    FleetLanguageOffers(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Map<String, String> offered() {
        return fleet.languages();
    }
}
