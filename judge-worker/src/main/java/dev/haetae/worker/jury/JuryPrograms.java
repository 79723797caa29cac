package dev.haetae.worker.jury;

import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.language.Language;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The jury's programs, compiled: each content once, whichever slot asks first, while others that ask for it wait. What was used last is
 * kept, up to 64 MiB; and for five minutes that a program cannot be built, so that not every submission finds out anew.
 */
public final class JuryPrograms {

    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_PROGRAMS = 1_000;
    private static final Duration FAILURES_KEPT = Duration.ofMinutes(5);

    private final ProgramBuild build;
    private final InstantSource clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Programs in these languages. */
    public JuryPrograms(Compiler compiler, List<Language> languages) {
        this(compiler, languages, InstantSource.system());
    }

    JuryPrograms(Compiler compiler, List<Language> languages, InstantSource clock) {
        this.build = new ProgramBuild(compiler, languages);
        this.clock = clock;
    }

    /** The content; limits belong to it, since a command may name them, and testlib, which is compiled in its own way. */
    private record Key(@Nullable String language, List<FileRef> files, boolean testlib, ValidationLimits limits) {}

    /** Why it cannot be built, under the name that the reason mentions. */
    private record Failure(String name, String reason, Instant until) {}

    private static final class Kept {
        private final Lock building = new ReentrantLock();
        private volatile @Nullable BuiltProgram program;
        private @Nullable Failure failure;

        private long bytes() {
            BuiltProgram built = program;
            return built == null ? 0 : built.bytes();
        }
    }

    /**
     * A program that is ready to run; it is built in the sandbox when it is not there yet.
     *
     * @throws JuryFaultException when it cannot be built
     */
    BuiltProgram get(ProgramSpec program, ValidationLimits limits, OpenTestSet tests, Sandbox sandbox)
            throws InterruptedException {
        Kept entry = entry(new Key(program.language(), program.files(), program.speaksTestlib(), limits));
        entry.building.lockInterruptibly();
        try {
            BuiltProgram built = entry.program;
            return built == null ? built(program, limits, tests, sandbox, entry) : built;
        } finally {
            entry.building.unlock();
        }
    }

    private BuiltProgram built(
            ProgramSpec program, ValidationLimits limits, OpenTestSet tests, Sandbox sandbox, Kept entry) {
        Failure known = entry.failure;
        if (known != null
                && known.name().equals(program.name())
                && clock.instant().isBefore(known.until())) {
            throw new JuryFaultException(FaultyPart.CHECKER, known.reason());
        }
        try {
            BuiltProgram built = build.build(program, limits, tests, sandbox);
            entry.program = built;
            return built;
        } catch (JuryFaultException e) {
            if (e.faulty() == FaultyPart.CHECKER) {
                Instant until = clock.instant().plus(FAILURES_KEPT);
                entry.failure = new Failure(program.name(), String.valueOf(e.getMessage()), until);
            }
            throw e;
        } finally {
            trim(entry);
        }
    }

    private synchronized Kept entry(Key key) {
        return kept.computeIfAbsent(key, _ -> new Kept());
    }

    private synchronized void trim(Kept newest) {
        long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
        Iterator<Kept> oldest = kept.values().iterator();
        while ((bytes > MOST_BYTES || kept.size() > MOST_PROGRAMS) && oldest.hasNext()) {
            Kept entry = oldest.next();
            if (entry != newest) {
                bytes -= entry.bytes();
                oldest.remove();
            }
        }
    }
}
