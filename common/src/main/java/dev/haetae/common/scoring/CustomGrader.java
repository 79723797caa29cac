package dev.haetae.common.scoring;

import java.util.List;

/** A legacy package's own grader. */
@FunctionalInterface
public interface CustomGrader {

    /**
     * Makes one of a group's results.
     *
     * @param flags its arguments
     * @param results at least one
     */
    Grade grade(List<String> flags, List<Grade> results);
}
