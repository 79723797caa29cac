package dev.haetae.api.problem;

import dev.haetae.common.language.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the configured languages. */
@RestController
class LanguageController {

    private final OfferedLanguages languages;
    private final LanguageOffers offers;

    LanguageController(OfferedLanguages languages, LanguageOffers offers) {
        this.languages = languages;
        this.offers = offers;
    }

    /**
     * A language; fields as in the HTTP contract.
     *
     * @param version its compiler's, null while no worker offers it
     */
    record LanguageView(
            String id,
            String name,
            @Nullable String version,
            List<String> extensions,
            String compileCommand,
            String runCommand,
            double timeFactor,
            double memoryFactor,
            boolean available) {}

    @GetMapping("/api/v1/languages")
    List<LanguageView> list() {
        Map<String, String> offered = offers.offered();
        return languages.list().stream()
                .map(language -> view(language, offered))
                .toList();
    }

    private static LanguageView view(Language language, Map<String, String> offered) {
        return new LanguageView(
                language.id(),
                language.name(),
                offered.get(language.id()),
                language.extensions(),
                language.compileCommand(),
                language.runCommand(),
                language.timeFactor(),
                language.memoryFactor(),
                offered.containsKey(language.id()));
    }
}
