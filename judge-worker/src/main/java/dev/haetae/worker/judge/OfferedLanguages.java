package dev.haetae.worker.judge;

import java.util.List;
import java.util.Optional;

/** The languages that passed their self-tests, in the order of the table. */
public record OfferedLanguages(List<OfferedLanguage> list) {

    public OfferedLanguages {
        list = List.copyOf(list);
    }

    Optional<OfferedLanguage> find(String id) {
        return list.stream()
                .filter(offered -> offered.language().id().equals(id))
                .findFirst();
    }
}
