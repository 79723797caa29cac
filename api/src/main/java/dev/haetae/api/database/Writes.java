package dev.haetae.api.database;

import dev.haetae.api.database.LastWrites.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is to be written at the end of a transaction. */
final class Writes {

    private final SortedSet<String> locks = new TreeSet<>();
    private final Map<String, List<Write>> bySql = new LinkedHashMap<>();

    static Writes of(Collection<Writes> several) {
        Writes all = new Writes();
        for (Writes each : several) {
            all.locks.addAll(each.locks);
            each.bySql.values().forEach(writes -> writes.forEach(all::add));
        }
        return all;
    }

    void lock(String name) {
        locks.add(name);
    }

    void add(Write write) {
        bySql.computeIfAbsent(write.sql(), _sql -> new ArrayList<>()).add(write);
    }

    /** In the order in which everybody takes them, so that nobody waits for one who waits for him. */
    String[] locks() {
        return locks.toArray(String[]::new);
    }

    Map<String, List<Write>> bySql() {
        return bySql;
    }
}
