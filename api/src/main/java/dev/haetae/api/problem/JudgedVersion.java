package dev.haetae.api.problem;

import dev.haetae.common.Scoring;
import dev.haetae.common.TestSet;

/** What one has to know of a problem's version to show what was judged on it. */
public record JudgedVersion(TestSet tests, Scoring scoring, FeedbackPolicy feedbackPolicy) {}
