package dev.haetae.api.database;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** The rows of a query whose mapping never gives null. */
public final class Rows {

    private Rows() {}

    /** All rows, in the query's order. */
    public static <T> List<T> list(MappedQuerySpec<@Nullable T> query) {
        List<@Nullable T> rows = query.list();
        return rows.stream().<T>map(Objects::requireNonNull).toList();
    }
}
