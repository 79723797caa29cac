package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the tests' verdicts become a submission's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Scoring.PassFail.class, name = "pass-fail"),
    @JsonSubTypes.Type(value = Scoring.PassFailOnAll.class, name = "pass-fail-on-all")
})
public sealed interface Scoring {

    /** Accepted when every test is; judging stops at the first that is not. */
    record PassFail() implements Scoring {}

    /** As {@link PassFail}, but every test is run: for those who want to know how a solution does on each. */
    record PassFailOnAll() implements Scoring {}
}
