package dev.haetae.worker.judge;

import dev.haetae.common.language.Language;
import java.util.List;
import java.util.Optional;

/** The languages that passed their self-tests, in the order of the table. */
public record OfferedLanguages(List<OfferedLanguage> list) {

    public OfferedLanguages {
        list = List.copyOf(list);
    }

    /** What the table says of them. */
    List<Language> tools() {
        return list.stream().map(OfferedLanguage::language).toList();
    }

    Optional<OfferedLanguage> find(String id) {
        return list.stream()
                .filter(offered -> offered.language().id().equals(id))
                .findFirst();
    }
}
