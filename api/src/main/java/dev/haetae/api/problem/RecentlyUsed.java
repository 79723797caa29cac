package dev.haetae.api.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the values used last, of something that never changes or whose age does not matter. */
final class RecentlyUsed<K, V> {

    private final Map<K, V> values;

    RecentlyUsed(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value, made outside the lock if it is not kept: two askers may make the same one. */
    V get(K key, Function<K, V> make) {
        V kept = kept(key);
        if (kept != null) {
            return kept;
        }
        V made = make.apply(key);
        keep(key, made);
        return made;
    }

    void keep(K key, V value) {
        synchronized (values) {
            values.put(key, value);
        }
    }

    @Nullable
    V kept(K key) {
        synchronized (values) {
            return values.get(key);
        }
    }
}
