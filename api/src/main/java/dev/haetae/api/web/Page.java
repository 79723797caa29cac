package dev.haetae.api.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next what to ask {@code after} for the page that follows, or null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows of which {@link Paging#fetch()} were asked for.
     *
     * @param key the value by which the list is ordered, unique in it
     */
    public static <T> Page<T> of(List<T> rows, Paging paging, Function<T, String> key) {
        if (rows.size() <= paging.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, paging.limit());
        return new Page<>(items, Paging.cursor(key.apply(items.getLast())));
    }

    /** The same page of something made of its items. */
    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
