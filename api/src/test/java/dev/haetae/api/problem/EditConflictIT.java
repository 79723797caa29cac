package dev.haetae.api.problem;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Changes of one problem by several people at the same time. */
@ApiTest
class EditConflictIT {

    private static final byte[] GIF = "GIF89a".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> NEW_TEST = Map.of("input", "5 5\n", "answer", "10\n");

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** Every way to change a problem, with what may follow its path. */
    private enum Edit {
        PROBLEM {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return EditClient.change(client, slug + query, Map.of("title", "Changed"));
            }
        },
        TESTS {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                byte[] zip = EditClient.zip(Map.of("9.in", "9 9\n", "9.ans", "18\n"));
                return EditClient.upload(client, slug, "/testdata" + query, Map.of("testdata", zip));
            }
        },
        TESTS_AS_BODY {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return client.put()
                        .uri("/api/v1/admin/problems/" + slug + "/testdata" + query)
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .body(EditClient.zip(Map.of("8.in", "8 8\n", "8.ans", "16\n")))
                        .exchange();
            }
        },
        TEST {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return EditClient.putTest(client, slug, "secret/5" + query, NEW_TEST);
            }
        },
        TEST_AS_FILES {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return EditClient.upload(client, slug, "/tests/6" + query, Map.of("input", GIF, "answer", GIF));
            }
        },
        TEST_AWAY {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return delete(client, slug + "/tests/secret/1" + query);
            }
        },
        IMAGE {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return EditClient.upload(client, slug, "/images/new.gif" + query, Map.of("image", GIF));
            }
        },
        IMAGE_AWAY {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return delete(client, slug + "/images/old.gif" + query);
            }
        },
        IMPORT {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return problem().sentBy(client, slug + query.replace('?', '&'));
            }
        },
        PROBLEM_AWAY {
            @Override
            ResponseSpec send(RestTestClient client, String slug, String query) {
                return delete(client, slug + query);
            }
        };

        abstract ResponseSpec send(RestTestClient client, String slug, String query);

        private static ResponseSpec delete(RestTestClient client, String path) {
            return client.delete().uri("/api/v1/admin/problems/" + path).exchange();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAChangeThatStartsFromAnOldVersion(Edit edit) {
        RestTestClient admin = admin();
        String slug = problem().importedBy(admin);
        RestTestClient late = admin.mutate()
                .defaultHeader("If-Match", tag(admin, "/api/v1/admin/problems/" + slug))
                .build();
        RestTestClient alsoLate = admin.mutate()
                .defaultHeader("If-Match", tag(admin, "/api/v1/problems/" + slug))
                .build();
        EditClient.change(admin, slug, Map.of("version", 1, "title", "Mine"))
                .expectStatus()
                .isOk();

        for (ResponseSpec answer : List.of(
                edit.send(admin, slug, "?version=1"), edit.send(late, slug, ""), edit.send(alsoLate, slug, ""))) {
            JsonNode refusal = json(answer.expectStatus().isEqualTo(409));
            assertThat(refusal.get("type").asString()).isEqualTo("/problems/conflict");
            assertThat(refusal.get("detail").asString()).contains("version 1", "version 2");
            assertThat(refusal.get("currentVersion").asInt()).isEqualTo(2);
        }
        EditClient.read(admin, slug).expectBody().jsonPath("$.title").isEqualTo("Mine");
        edit.send(admin, slug, "?version=2").expectStatus().is2xxSuccessful();
    }

    @Test
    void makesOneOfTheChangesThatOverlapThoughTheyNameNoVersion() throws Exception {
        RestTestClient admin = admin();
        String slug = problem().importedBy(admin);
        List<Edit> edits = List.of(
                Edit.TESTS,
                Edit.TESTS_AS_BODY,
                Edit.TEST,
                Edit.TEST_AS_FILES,
                Edit.TEST_AWAY,
                Edit.IMAGE,
                Edit.IMAGE_AWAY,
                Edit.IMPORT);

        List<Integer> statuses = overlapping(edits, admin, slug);

        assertThat(statuses).filteredOn(status -> status == 409).hasSize(edits.size() - 1);
        assertThat(statuses).filteredOn(status -> status < 300).hasSize(1);
        EditClient.read(admin, slug)
                .expectBody()
                .jsonPath("$.versions.length()")
                .isEqualTo(2);
    }

    /** All have begun before the first can go on. */
    private List<Integer> overlapping(List<Edit> edits, RestTestClient client, String slug) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            transaction.executeWithoutResult(_status -> {
                jdbc.sql("select id from problem where slug = :slug for update")
                        .param("slug", slug)
                        .query()
                        .singleValue();
                edits.forEach(edit -> answers.add(threads.submit(() ->
                        edit.send(client, slug, "").returnResult().getStatus().value())));
                await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == edits.size());
            });
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private int waiting() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%no key update%'
                """).query(Integer.class).single();
    }

    @Test
    void takesAPackageForANewProblemOnlyWhenToldThatThereIsNone() {
        RestTestClient admin = admin();
        String slug = TestProblem.freshSlug();

        problem().sentBy(admin, slug + "&version=3").expectStatus().isEqualTo(409);
        problem().sentBy(admin, slug + "&version=0").expectStatus().isCreated();
        problem().sentBy(admin, slug + "&version=0").expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROBLEM", "TESTS", "TEST_AWAY", "IMPORT"})
    void namesAVersionThatIsNone(Edit edit) {
        RestTestClient admin = admin();
        String slug = problem().importedBy(admin);
        RestTestClient odd = admin.mutate().defaultHeader("If-Match", "\"x\"").build();

        assertThat(field(edit.send(admin, slug, "?version=x"))).isEqualTo("version");
        assertThat(field(edit.send(odd, slug, ""))).isEqualTo("If-Match");
    }

    private static String field(ResponseSpec refusal) {
        return json(refusal.expectStatus().isEqualTo(422)).at("/errors/0/field").asString();
    }

    private static String tag(RestTestClient client, String path) {
        String tag = client.get()
                .uri(path)
                .exchange()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(tag).isNotNull();
        return String.valueOf(tag);
    }

    private static TestProblem problem() {
        return TestProblem.aProblem().with("problem_statement/old.gif", "GIF89a");
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
