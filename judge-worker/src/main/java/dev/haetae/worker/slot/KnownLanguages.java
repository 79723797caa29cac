package dev.haetae.worker.slot;

import dev.haetae.common.language.Language;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.judge.OfferedLanguage;
import dev.haetae.worker.judge.SelfTests;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has languages prove that they work, unless the same compiler has done so before; its version is asked for every time. */
record KnownLanguages(SelfTests selfTests, Proofs proofs) {

    private static final Logger LOG = LoggerFactory.getLogger(KnownLanguages.class);

    /**
     * Proves one.
     *
     * @throws LanguageException saying what went wrong, when anything does
     */
    OfferedLanguage prove(Language language, Sandbox sandbox) {
        long start = System.nanoTime();
        OfferedLanguage offered = selfTests.identify(language, sandbox);
        String what = language.id() + ": " + offered.version();
        boolean known = proofs.find(what).isPresent();
        if (!known) {
            selfTests.prove(offered, sandbox);
            proofs.keep(what, List.of());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        LOG.info("{} {}: {} ({} ms)", language.id(), known ? "has worked" : "works", offered.version(), millis);
        return offered;
    }
}
