/**
 * A problem's own solutions, judged on all tests when nobody else waits, and compared with what their author expects. A judging of
 * one has the row's id in the place of a submission's, so that everything that keeps submissions from being lost keeps it, too.
 */
@NullMarked
package dev.haetae.api.verification;

import org.jspecify.annotations.NullMarked;
