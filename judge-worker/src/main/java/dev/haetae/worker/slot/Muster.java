package dev.haetae.worker.slot;

import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.OfferedLanguage;
import dev.haetae.worker.judge.OfferedLanguages;
import dev.haetae.worker.judge.SelfTests;
import dev.haetae.worker.sandbox.RunnerCheck;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.testset.TestSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the slots of a worker and proves that it may judge: each limit stops an offender, each language passes its self-test. A worker
 * that proved less is faulty as a whole, since workers that differ in what they can do would pass a request round in circles.
 */
public final class Muster {

    private static final Logger LOG = LoggerFactory.getLogger(Muster.class);

    private final Supplier<RunnerCheck> check;
    private final IntFunction<Sandbox> starter;
    private final Languages languages;
    private final TestSets testSets;
    private final Compiler compiler = new Compiler();
    private final KnownLanguages known;

    /**
     * Musters by these means.
     *
     * @param check proves the limits
     * @param starter starts the sandbox of a slot
     * @param proofs what needs no proof any more
     */
    public Muster(
            Supplier<RunnerCheck> check,
            IntFunction<Sandbox> starter,
            Languages languages,
            TestSets testSets,
            Proofs proofs) {
        this.check = new KnownLimits(check, proofs);
        this.known = new KnownLanguages(new SelfTests(compiler), proofs);
        this.starter = starter;
        this.languages = languages;
        this.testSets = testSets;
    }

    /**
     * Starts and proves everything.
     *
     * @param acceptUnproven limits that an operator does without
     * @throws WorkerFaultException naming all that has to be mended
     */
    public Crew muster(int slots, Set<String> acceptUnproven) throws InterruptedException {
        long start = System.nanoTime();
        String sandbox = proveLimits(acceptUnproven);
        long limitsMillis = millisSince(start);
        List<Slot> started = new ArrayList<>();
        boolean complete = false;
        try {
            for (int number = 0; number < slots; number++) {
                int slot = number;
                started.add(new Slot(() -> starter.apply(slot)));
                started.getLast().ready();
            }
            start = System.nanoTime();
            OfferedLanguages offered = proveLanguages(started);
            LOG.info("Self-tests: limits {} ms, languages {} ms", limitsMillis, millisSince(start));
            complete = true;
            return new Crew(started, new Judge(testSets, compiler, offered), offered, sandbox);
        } finally {
            if (!complete) {
                started.forEach(Slot::close);
            }
        }
    }

    private String proveLimits(Set<String> acceptUnproven) {
        RunnerCheck proof;
        try {
            proof = check.get();
        } catch (SandboxException e) {
            throw new WorkerFaultException(String.valueOf(e.getMessage()), e);
        }
        return new LimitProof(proof).accepting(acceptUnproven);
    }

    /** Each slot takes the next language until there is none. */
    private OfferedLanguages proveLanguages(List<Slot> slots) throws InterruptedException {
        Map<Language, OfferedLanguage> proven = new ConcurrentHashMap<>();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Queue<Language> todo = new ConcurrentLinkedQueue<>(languages.list());
        try (ExecutorService threads = Executors.newFixedThreadPool(slots.size())) {
            slots.forEach(slot -> threads.execute(() -> {
                for (Language language = todo.poll(); language != null; language = todo.poll()) {
                    prove(language, slot, proven, faults);
                }
            }));
        }
        if (!faults.isEmpty() || proven.size() < languages.list().size()) {
            throw new WorkerFaultException(String.join("; ", faults), null);
        }
        return new OfferedLanguages(languages.list().stream()
                .flatMap(language -> Optional.ofNullable(proven.get(language)).stream())
                .toList());
    }

    private void prove(Language language, Slot slot, Map<Language, OfferedLanguage> proven, Queue<String> faults) {
        try {
            proven.put(language, known.prove(language, slot.ready()));
        } catch (LanguageException | WorkerFaultException e) {
            faults.add(language.id() + " does not work: " + e.getMessage() + remedy(language));
        }
    }

    private static String remedy(Language language) {
        return language.packages().isEmpty() ? "" : " (install " + String.join(" ", language.packages()) + ")";
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
