package dev.haetae.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Login, refresh, logout, and what a token is good for. */
@ApiTest
class LoginIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecuritySettings settings;

    @Test
    void givesTokensForTheRightPassword() {
        TestUser user = TestUser.student(anonymous);

        login(user.username(), user.password())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accessToken")
                .isNotEmpty()
                .jsonPath("$.refreshToken")
                .isNotEmpty()
                .jsonPath("$.expiresInSeconds")
                .isEqualTo(1800);
    }

    @Test
    void takesTheUsernameInAnyCase() {
        TestUser user = TestUser.student(anonymous);

        login(user.username().toUpperCase(Locale.ROOT), user.password())
                .expectStatus()
                .isOk();
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownUser() {
        TestUser user = TestUser.student(anonymous);

        String wrong =
                body(login(user.username(), "not the password").expectStatus().isUnauthorized());
        String unknown =
                body(login(TestUser.freshName(), user.password()).expectStatus().isUnauthorized());

        assertThat(wrong).isEqualTo(unknown).contains("/problems/unauthenticated");
    }

    @Test
    void answersANameThatNobodyCanHaveLikeAnyOther() {
        login("no\u0000body", "whatever it is").expectStatus().isUnauthorized();
    }

    @Test
    void asksForBothFields() {
        post("/api/v1/auth/login", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("username", "password"));
    }

    /** One comes back every six seconds, in which a slow machine may check few passwords. */
    @Test
    void refusesTheEleventhFailureInAMinute() {
        TestUser user = TestUser.student(anonymous);
        Instant began = Instant.now();
        int failures = 0;
        ResponseSpec next;
        do {
            login(user.username(), "wrong " + ++failures).expectStatus().isUnauthorized();
            next = login(user.username(), user.password());
        } while (failures < 100 && next.returnResult().getStatus().is2xxSuccessful());

        next.expectStatus().isEqualTo(429).expectHeader().valueMatches("Retry-After", "[1-6]");
        long cameBack = Duration.between(began, Instant.now()).dividedBy(Duration.ofSeconds(6));
        assertThat(failures).isBetween(10, 10 + (int) cameBack);
    }

    @Test
    void countsNoLoginThatSucceeds() {
        TestUser user = TestUser.student(anonymous);

        for (int success = 1; success <= 12; success++) {
            login(user.username(), user.password()).expectStatus().isOk();
        }
    }

    @Test
    void rotatesTheRefreshToken() {
        TestUser user = TestUser.student(anonymous);

        String next = read(refresh(user.refreshToken()).expectStatus().isOk(), "$.refreshToken");

        assertThat(next).isNotEqualTo(user.refreshToken());
        refresh(next).expectStatus().isOk();
    }

    @Test
    void endsTheFamilyWhenAnOldRefreshTokenComesAgain() {
        TestUser user = TestUser.student(anonymous);
        String next = read(refresh(user.refreshToken()), "$.refreshToken");

        refresh(user.refreshToken()).expectStatus().isUnauthorized();

        refresh(next).expectStatus().isUnauthorized();
    }

    @Test
    void leavesOtherLoginsAloneWhenAFamilyEnds() {
        TestUser user = TestUser.student(anonymous);
        TestUser elsewhere = TestUser.logIn(anonymous, user.username(), user.password());
        refresh(user.refreshToken());
        refresh(user.refreshToken()).expectStatus().isUnauthorized();

        refresh(elsewhere.refreshToken()).expectStatus().isOk();
    }

    @Test
    void refusesARefreshTokenThatItNeverGave() {
        refresh("never given").expectStatus().isUnauthorized();
    }

    @Test
    void endsTheRefreshTokenAtLogout() {
        TestUser user = TestUser.student(anonymous);

        user.http().post().uri("/api/v1/auth/logout").exchange().expectStatus().isNoContent();

        refresh(user.refreshToken()).expectStatus().isUnauthorized();
    }

    @Test
    void refusesATokenWithAnotherSignature() {
        TestUser user = TestUser.student(anonymous);
        String token = user.accessToken();
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmVkIGJ5IHNvbWVib2R5IGVsc2U";

        me(forged)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void refusesATokenThatNobodySigned() {
        TestUser user = TestUser.student(anonymous);
        String claims = user.accessToken().split("\\.")[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        me(header + "." + claims + ".").expectStatus().isUnauthorized();
    }

    @Test
    void refusesATokenThatHasExpired() {
        UUID account = accounts.idOf(TestUser.student(anonymous).username()).orElseThrow();
        AccessTokens shortLived = new AccessTokens(new SecuritySettings(
                settings.registration(),
                settings.workerTokenFile(),
                settings.corsOrigins(),
                new SecuritySettings.Jwt(settings.jwt().keyFile(), Duration.ofSeconds(2)),
                settings.admin()));
        String token = await().atMost(SOON)
                .until(() -> shortLived.issue(account, UUID.randomUUID()), issued -> statusOfMe(issued) == 200);

        await().atMost(SOON).until(() -> statusOfMe(token) == 401);
    }

    @Test
    void refusesAPasswordThatIsLongerThanAnyCanBe() {
        login("admin", "x".repeat(1_000)).expectStatus().isUnauthorized();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        me("wrong").expectStatus().isUnauthorized().expectHeader().contentType("application/problem+json");
    }

    private ResponseSpec me(String token) {
        return anonymous
                .get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private int statusOfMe(String token) {
        return me(token).returnResult().getStatus().value();
    }

    private ResponseSpec login(String username, String password) {
        return post("/api/v1/auth/login", Map.of("username", username, "password", password));
    }

    private ResponseSpec refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    private ResponseSpec post(String uri, Object body) {
        return anonymous
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String read(ResponseSpec response, String path) {
        return JsonPath.read(body(response), path);
    }

    private static String body(ResponseSpec response) {
        byte[] bytes = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }
}
