package dev.haetae.worker.compile;

import dev.haetae.common.language.Language;
import java.util.HashMap;
import java.util.Map;

/** The environment of every program in the sandbox. */
public final class Environment {

    /** /tmp is all that a program may always write to. */
    public static final Map<String, String> COMMON =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp", "TMPDIR", "/tmp", "LANG", "C.UTF-8");

    private Environment() {}

    static Map<String, String> of(Language language) {
        Map<String, String> environment = new HashMap<>(COMMON);
        environment.putAll(language.environment());
        return environment;
    }
}
