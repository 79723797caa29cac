package dev.haetae.worker.judge;

import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.function.Consumer;

/**
 * Where and under which bounds a judging takes place.
 *
 * @param sandbox one slot, the judging's alone
 * @param leash when it has to end
 * @param progress hears of its steps, in order; throws nothing
 */
public record Bench(Sandbox sandbox, Leash leash, Consumer<Step> progress) {}
