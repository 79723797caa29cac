package dev.haetae.api.operations;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Who may send back what could not be judged, and what cannot be sent back. */
@ApiTest
class DeadLetterIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isForAdministratorsOnly() {
        RestTestClient instructor = TestUser.instructor(anonymous).http();

        instructor
                .get()
                .uri("/api/v1/admin/dead-letters")
                .exchange()
                .expectStatus()
                .isForbidden();
        redrive(instructor, UUID.randomUUID()).expectStatus().isForbidden();
    }

    @Test
    void isNotThereUnderAnotherId() {
        redrive(admin(), UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void isShownButNotSentBackWhenNobodyCouldReadIt() {
        UUID id = UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff");
        jdbc.sql("insert into dead_letter (id, faulty, cause, message) values (?, 'QUEUE', 'not JSON', '')")
                .param(id)
                .update();

        admin().get()
                .uri("/api/v1/admin/dead-letters?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id.toString())
                .jsonPath("$.items[0].faulty")
                .isEqualTo("QUEUE")
                .jsonPath("$.items[0].cause")
                .isEqualTo("not JSON")
                .jsonPath("$.items[0].submissionId")
                .isEmpty()
                .jsonPath("$.items[0].redrivenAt")
                .isEmpty();
        redrive(admin(), id).expectStatus().isEqualTo(409);

        jdbc.sql("delete from dead_letter where id = ?").param(id).update();
    }

    private ResponseSpec redrive(RestTestClient client, UUID id) {
        return client.post().uri("/api/v1/admin/dead-letters/{id}/redrive", id).exchange();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
