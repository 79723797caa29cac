package dev.haetae.api.problem;

import java.util.List;

/**
 * A version with what was found out about it.
 *
 * @param content with the time limit that was derived, if one was
 * @param state whether it can be judged
 * @param notes what the derivation of the time limit says, for editors
 */
record CurrentContent(ProblemContent content, ProblemState state, List<String> notes) {

    CurrentContent {
        notes = List.copyOf(notes);
    }
}
