package dev.haetae.worker.jury;

import dev.haetae.common.FileRef;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.language.Language;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The jury's programs, compiled: each content once, whichever slot asks first, while others that ask for it wait. What was used last is
 * kept, up to 64 MiB.
 */
public final class JuryPrograms {

    private static final long MOST_BYTES = 64 << 20;

    private final ProgramBuild build;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Programs in these languages. */
    public JuryPrograms(Compiler compiler, List<Language> languages) {
        this.build = new ProgramBuild(compiler, languages);
    }

    /** The content; limits belong to it, since a command may name them. */
    private record Key(@Nullable String language, List<FileRef> files, ValidationLimits limits) {}

    private static final class Kept {
        private final Lock building = new ReentrantLock();
        private volatile @Nullable BuiltProgram program;

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
        Kept entry = entry(new Key(program.language(), program.files(), limits));
        entry.building.lockInterruptibly();
        try {
            BuiltProgram built = entry.program;
            if (built == null) {
                built = build.build(program, limits, tests, sandbox);
                entry.program = built;
                trim(entry);
            }
            return built;
        } finally {
            entry.building.unlock();
        }
    }

    private synchronized Kept entry(Key key) {
        return kept.computeIfAbsent(key, _ -> new Kept());
    }

    private synchronized void trim(Kept newest) {
        long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            Kept entry = oldest.next();
            if (entry != newest) {
                bytes -= entry.bytes();
                oldest.remove();
            }
        }
    }
}
