package dev.haetae.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.web.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Making an account, and one's own. */
@ApiTest
class AccountIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecuritySettings settings;

    @Test
    void registersAStudent() {
        String name = TestUser.freshName();

        register(name, name + "@example.org", "a good password")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(name)
                .jsonPath("$.email")
                .isEqualTo(name + "@example.org")
                .jsonPath("$.roles")
                .isEqualTo(List.of("STUDENT"))
                .jsonPath("$.id")
                .isNotEmpty();
    }

    @Test
    void showsOnesOwnAccount() {
        TestUser user = TestUser.student(anonymous);

        user.http()
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(user.username())
                .jsonPath("$.roles")
                .isEqualTo(List.of("STUDENT"));
    }

    @Test
    void asksWhoIsCallingBeforeShowingAnAccount() {
        anonymous
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer");
    }

    @Test
    void refusesATakenNameInAnyCase() {
        TestUser user = TestUser.student(anonymous);

        register(user.username().toUpperCase(Locale.ROOT), TestUser.freshName() + "@example.org", "a good password")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/conflict")
                .jsonPath("$.detail")
                .isEqualTo("The username is taken.");
    }

    @Test
    void refusesATakenAddressInAnyCase() {
        TestUser user = TestUser.student(anonymous);

        register(TestUser.freshName(), user.username().toUpperCase(Locale.ROOT) + "@example.org", "a good password")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The e-mail address is taken.");
    }

    @Test
    void letsOneOfManyHaveANameAtTheSameTime() throws Exception {
        String name = TestUser.freshName();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int call = 0; call < 6; call++) {
            String email = TestUser.freshName() + "@example.org";
            calls.add(() -> status(register(name, email, "a good password")));
        }

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    username | -kim     | kim@example.org | a good password
                    username | kim park | kim@example.org | a good password
                    username | ''       | kim@example.org | a good password
                    username | 김       | kim@example.org | a good password
                    email    | kim.new  | kim             | a good password
                    email    | kim.new  | kim @ example   | a good password
                    password | kim.new  | kim@example.org | 7 chars
                    password | kim.new  | kim@example.org | 0123456789012345678901234567890123456789012345678901234567890123456789012
                    """)
    void namesTheFieldThatBreaksARule(String field, String username, String email, String password) {
        register(username, email, password)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/validation")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void asksForEveryField() {
        post(Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void registersNobodyWhereThatIsSwitchedOff() {
        var closed = new AccountController(
                accounts,
                new SecuritySettings(false, settings.workerTokenFile(), List.of(), settings.jwt(), settings.admin()));
        var registration = new AccountController.Registration("kim", "kim@example.org", "a good password");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> closed.register(registration))
                .matches(refusal -> refusal.reason() == RefusedException.Cause.FORBIDDEN);
    }

    @Test
    void setsTheAdministratorsPasswordAnewAtEachStart() {
        String name = TestUser.freshName();
        accounts.provideAdministrator(name, "the first password", null);
        accounts.provideAdministrator(name, "the first password", null);
        accounts.provideAdministrator(name, "the second password", null);

        TestUser administrator = TestUser.logIn(anonymous, name, "the second password");

        administrator
                .http()
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectBody()
                .jsonPath("$.roles")
                .isEqualTo(List.of("ADMIN"));
    }

    @Test
    void trustsNoProofOfAPasswordThatWasReplacedSince() {
        String name = TestUser.freshName();
        accounts.provideAdministrator(name, "the first password", null);
        String proven = accounts.find(name).orElseThrow().passwordHash();
        accounts.provideAdministrator(name, "the second password", null);

        accounts.provideAdministrator(name, "the first password", proven);

        TestUser.logIn(anonymous, name, "the first password");
    }

    private ResponseSpec register(String username, String email, String password) {
        return post(Map.of("username", username, "email", email, "password", password));
    }

    private ResponseSpec post(Object body) {
        return anonymous
                .post()
                .uri("/api/v1/auth/register")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static int status(ResponseSpec response) {
        return response.returnResult().getStatus().value();
    }
}
