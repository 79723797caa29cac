package dev.haetae.api.testing;

import static java.util.Objects.requireNonNull;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.TestEnvironment;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Somebody who is logged in.
 *
 * @param http a client that sends their token
 * @param accessToken that token
 * @param refreshToken gets the next one
 */
public record TestUser(String username, String password, RestTestClient http, String accessToken, String refreshToken) {

    private static final String PASSWORD = "a good password";
    private static final Map<RestTestClient, TestUser> ADMINS = new ConcurrentHashMap<>();

    /** Somebody new who just registered. */
    public static TestUser student(RestTestClient anonymous) {
        String name = freshName();
        anonymous
                .post()
                .uri("/api/v1/auth/register")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", name, "email", name + "@example.org", "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated();
        return logIn(anonymous, name, PASSWORD);
    }

    /** Somebody new whom an administrator made an instructor. */
    public static TestUser instructor(RestTestClient anonymous) {
        TestUser user = student(anonymous);
        admin(anonymous)
                .http()
                .put()
                .uri("/api/v1/admin/users/{name}", user.username())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("roles", new String[] {"INSTRUCTOR"}))
                .exchange()
                .expectStatus()
                .isOk();
        return user;
    }

    /** The first administrator, who logs in once for all tests of an application. */
    public static TestUser admin(RestTestClient anonymous) {
        return ADMINS.computeIfAbsent(anonymous, client -> logIn(client, "admin", TestEnvironment.ADMIN_PASSWORD));
    }

    /** A name that nobody has. */
    public static String freshName() {
        return "user-" + UUID.randomUUID();
    }

    /** The same person after another login. */
    public static TestUser logIn(RestTestClient anonymous, String username, String password) {
        byte[] body = requireNonNull(anonymous
                .post()
                .uri("/api/v1/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", username, "password", password))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        var json = JsonPath.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        String access = json.read("$.accessToken");
        var http = anonymous
                .mutate()
                .defaultHeader("Authorization", "Bearer " + access)
                .build();
        return new TestUser(username, password, http, access, json.read("$.refreshToken"));
    }
}
