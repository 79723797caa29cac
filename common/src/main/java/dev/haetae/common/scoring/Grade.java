package dev.haetae.common.scoring;

import dev.haetae.common.Verdict;

/** A result as graders of legacy packages take and give it. In a pass-fail problem its score says nothing. */
public record Grade(Verdict verdict, Fraction score) {

    boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
