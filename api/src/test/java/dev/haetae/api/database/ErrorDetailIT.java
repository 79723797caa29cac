package dev.haetae.api.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.api.ApiTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What failures of the database say, which stands in logs. */
@ApiTest
class ErrorDetailIT {

    private static final String INSERT = """
            insert into problem (id, slug, owner_id, title, visibility, version) values (?, 'Not A Slug', ?, 'a secret', 'PUBLIC', 1)
            """;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void quotesNoRow() {
        assertThatThrownBy(() -> jdbc.update(INSERT, UUID.randomUUID(), UUID.randomUUID()))
                .rootCause()
                .hasMessageContaining("problem_slug_check")
                .message()
                .doesNotContain("a secret");
    }

    @Test
    void quotesNoParameterOfABatch() {
        UUID owner = UUID.randomUUID();
        List<Object[]> batch =
                List.of(new Object[] {UUID.randomUUID(), owner}, new Object[] {UUID.randomUUID(), owner});

        assertThatThrownBy(() -> jdbc.batchUpdate(INSERT, batch))
                .hasMessageContaining("problem_slug_check")
                .message()
                .doesNotContain(owner.toString());
    }
}
