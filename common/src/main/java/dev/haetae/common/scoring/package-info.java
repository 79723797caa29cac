/**
 * What tests are worth: which of them are run, and what verdict and score they come to.
 *
 * <pre>
 *   Evaluation ── test, Worth ──► TestRuns: whoever runs tests
 *              ◄─ Mark: verdict and points
 *              ── a group's grades ──► CustomGrader, where a legacy package brings one
 *              ──► Tally: verdict, score, groups
 * </pre>
 *
 * <p>Nothing here runs a program or reads a file, so that the two models of the problem formats, which differ and are never mixed, are
 * read and tested as they stand: {@link dev.haetae.common.scoring.GroupsEvaluation} and
 * {@link dev.haetae.common.scoring.GradersEvaluation}. Scores are exact until they are shown.
 */
@NullMarked
package dev.haetae.common.scoring;

import org.jspecify.annotations.NullMarked;
