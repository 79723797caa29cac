package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the tests' verdicts become a submission's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Scoring.PassFail.class, name = "pass-fail"))
public sealed interface Scoring {

    /** Accepted when every test is; judging stops at the first that is not. */
    record PassFail() implements Scoring {}
}
