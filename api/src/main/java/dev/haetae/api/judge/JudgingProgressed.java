package dev.haetae.api.judge;

import dev.haetae.common.JudgeProgress;

/**
 * A judging has made a step; every node hears of it, outside any transaction.
 *
 * @param progress the step
 */
public record JudgingProgressed(JudgeProgress progress) {}
