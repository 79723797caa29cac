package dev.haetae.api.web;

import com.zaxxer.hikari.HikariDataSource;
import dev.haetae.api.ApiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No connection to the database is to be had: somebody else holds them all. */
@ApiTest
class DatabaseAwayIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private DataSource database;

    private final List<Connection> held = new ArrayList<>();

    @BeforeEach
    void holdAll() throws SQLException {
        int most = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        while (held.size() < most) {
            held.add(database.getConnection());
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
    }

    @Test
    void asksToComeBack() {
        anonymous
                .get()
                .uri("/api/v1/problems")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable");
    }

    @Test
    void isAliveAndNotReady() {
        anonymous.get().uri("/livez").exchange().expectStatus().isOk();
        anonymous.get().uri("/readyz").exchange().expectStatus().isEqualTo(503);
    }
}
