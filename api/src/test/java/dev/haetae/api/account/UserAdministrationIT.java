package dev.haetae.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What administrators do with accounts. */
@ApiTest
class UserAdministrationIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void knowsTheFirstAdministratorFromConfiguration() {
        admin().get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.roles")
                .isEqualTo(List.of("ADMIN"));
    }

    @Test
    void createsAnAccountWithRoles() {
        String name = TestUser.freshName();

        create(name, List.of("STUDENT", "INSTRUCTOR"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.roles")
                .isEqualTo(List.of("STUDENT", "INSTRUCTOR"))
                .jsonPath("$.disabled")
                .isEqualTo(false);
        TestUser.logIn(anonymous, name, "a good password");
    }

    @Test
    void refusesAnAccountWithoutRoles() {
        create(TestUser.freshName(), List.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("roles");
    }

    @Test
    void refusesATakenName() {
        create("admin", List.of("STUDENT")).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "{}"})
    void refusesWhatIsNoNameOfARole(String role) {
        TestUser user = TestUser.student(anonymous);

        change(user, "{\"roles\": [" + role + "]}").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPEROR", ""})
    void namesTheRolesThatThereAre(String role) {
        TestUser user = TestUser.student(anonymous);

        change(user, "{\"roles\": [\"STUDENT\", \"" + role + "\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("roles[1]")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be one of STUDENT, INSTRUCTOR, ADMIN");
    }

    @Test
    void givesARoleThatHoldsAtOnceForATokenFromBefore() {
        TestUser user = TestUser.student(anonymous);
        user.http().get().uri("/api/v1/admin/users").exchange().expectStatus().isForbidden();

        change(user, Map.of("roles", List.of("ADMIN"))).expectStatus().isOk();

        user.http().get().uri("/api/v1/admin/users").exchange().expectStatus().isOk();
    }

    @Test
    void shutsADisabledAccountOutAtOnce() {
        TestUser user = TestUser.student(anonymous);
        user.http().get().uri("/api/v1/me").exchange().expectStatus().isOk();

        change(user, Map.of("disabled", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.disabled")
                .isEqualTo(true);

        user.http().get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
        logIn(user).expectStatus().isUnauthorized();
        refresh(user).expectStatus().isUnauthorized();
    }

    @Test
    void letsAnAccountInAgain() {
        TestUser user = TestUser.student(anonymous);
        change(user, Map.of("disabled", true));

        change(user, Map.of("disabled", false)).expectStatus().isOk();

        logIn(user).expectStatus().isOk();
    }

    @Test
    void changesNobodyWhoIsNotThere() {
        put("nobody", Map.of("disabled", true)).expectStatus().isNotFound();
    }

    @Test
    void keepsItsHandsOffTheLastRole() {
        put("admin", Map.of("roles", List.of()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("roles");
    }

    @Test
    void isForAdministratorsOnly() {
        TestUser.instructor(anonymous)
                .http()
                .get()
                .uri("/api/v1/admin/users")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/forbidden");
    }

    @Test
    void listsEveryAccountOncePageByPage() {
        TestUser one = TestUser.student(anonymous);
        TestUser other = TestUser.student(anonymous);

        List<String> names = new ArrayList<>();
        @Nullable String next = null;
        do {
            UserPage page = page(next);
            page.items().forEach(user -> names.add(user.username()));
            next = page.next();
        } while (next != null);

        assertThat(names).doesNotHaveDuplicates().contains("admin", one.username(), other.username());
    }

    private UserPage page(@Nullable String after) {
        return Objects.requireNonNull(admin().get()
                .uri(uri -> {
                    uri.path("/api/v1/admin/users").queryParam("limit", 3);
                    return after == null
                            ? uri.build()
                            : uri.queryParam("after", after).build();
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(UserPage.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec create(String name, List<String> roles) {
        return admin().post()
                .uri("/api/v1/admin/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.org",
                        "password",
                        "a good password",
                        "roles",
                        roles))
                .exchange();
    }

    private ResponseSpec change(TestUser user, Object change) {
        return put(user.username(), change);
    }

    private ResponseSpec put(String username, Object change) {
        return admin().put()
                .uri("/api/v1/admin/users/{name}", username)
                .contentType(MediaType.APPLICATION_JSON)
                .body(change)
                .exchange();
    }

    private ResponseSpec logIn(TestUser user) {
        return anonymous
                .post()
                .uri("/api/v1/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .exchange();
    }

    private ResponseSpec refresh(TestUser user) {
        return anonymous
                .post()
                .uri("/api/v1/auth/refresh")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("refreshToken", user.refreshToken()))
                .exchange();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }

    private record UserPage(List<UserItem> items, @Nullable String next) {}

    private record UserItem(String username) {}
}
