package dev.haetae.api.problem;

import java.util.Map;

/** Knows which languages can be judged at the moment. */
public interface LanguageOffers {

    /** The ids of the languages that some worker offers, each with its compiler's version. */
    Map<String, String> offered();
}
