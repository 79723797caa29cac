package dev.haetae.api.problem;

import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The set of languages that this installation is configured to offer. */
@Component
class OfferedLanguages {

    private final Languages languages;

    OfferedLanguages(Settings settings) {
        this.languages = Languages.all().configured(settings.languages());
    }

    /**
     * The configured set.
     *
     * @param languages ids of {@code languages.yaml}
     */
    @ConfigurationProperties("haetae")
    record Settings(List<String> languages) {}

    Languages all() {
        return languages;
    }

    List<Language> list() {
        return languages.list();
    }

    List<String> ids() {
        return list().stream().map(Language::id).toList();
    }
}
