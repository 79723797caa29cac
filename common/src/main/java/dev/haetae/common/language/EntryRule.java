package dev.haetae.common.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How it is found what to start, unless the submission names it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntryRule.AllSources.class, name = "all-sources"),
    @JsonSubTypes.Type(value = EntryRule.MainClass.class, name = "main-class"),
    @JsonSubTypes.Type(value = EntryRule.MainFile.class, name = "main-file")
})
public sealed interface EntryRule {

    /** All sources make one program. */
    record AllSources() implements EntryRule {}

    /**
     * The only class with a launchable main method.
     *
     * @param prefer simple names of classes that win over others, best first
     */
    record MainClass(List<String> prefer) implements EntryRule {
        public MainClass {
            prefer = List.copyOf(prefer);
        }
    }

    /**
     * A source file: a preferred one, else the only one, else the first.
     *
     * @param prefer names of files that win over others, best first
     */
    record MainFile(List<String> prefer) implements EntryRule {
        public MainFile {
            prefer = List.copyOf(prefer);
        }
    }
}
