package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One try to fetch a blob: {@code GET {api}/internal/testdata/{sha256}} with the worker's token, answered by the bytes or by a redirect to
 * where they are. The token goes to the API's own origin only.
 */
final class Download {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_REDIRECTS = 3;

    private final URI api;
    private final Path tokenFile;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * Downloads from an API.
     *
     * @param tokenFile holds the token; read for each try, so that it may be replaced
     */
    Download(URI api, Path tokenFile) {
        this.api = api;
        this.tokenFile = tokenFile;
    }

    Fetch tryOnce(BlobRef blob, Path target) throws InterruptedException {
        BodyHandler<Boolean> intoTarget = answer ->
                answer.statusCode() == 200 ? new VerifyingSubscriber(blob, target) : BodySubscribers.replacing(false);
        String base = api.toString().replaceFirst("/+$", "");
        try {
            return get(URI.create(base + "/internal/testdata/" + blob.sha256()), intoTarget, MOST_REDIRECTS);
        } catch (IOException | TimeoutException e) {
            return new Fetch.Failed("the API cannot be read from (" + e + ")", e);
        }
    }

    private Fetch get(URI uri, BodyHandler<Boolean> intoTarget, int redirectsLeft)
            throws IOException, TimeoutException, InterruptedException {
        HttpResponse<Boolean> answer = send(request(uri), intoTarget);
        return switch (answer.statusCode()) {
            case 200 -> answer.body() ? new Fetch.Done() : new Fetch.Mismatch();
            case 301, 302, 303, 307, 308 -> {
                URI location = answer.headers()
                        .firstValue("Location")
                        .map(uri::resolve)
                        .orElse(null);
                yield location == null || redirectsLeft == 0
                        ? new Fetch.Failed("the API redirects to nowhere", null)
                        : get(location, intoTarget, redirectsLeft - 1);
            }
            case 401, 403 -> new Fetch.Failed(uri.getHost() + " does not accept this worker's credentials", null);
            case 404 -> new Fetch.Missing();
            default -> new Fetch.Failed(uri.getHost() + " answered " + answer.statusCode(), null);
        };
    }

    private HttpRequest request(URI uri) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (origin(uri).equals(origin(api))) {
            request.header(
                    "Authorization", "Bearer " + Files.readString(tokenFile).strip());
        }
        return request.build();
    }

    /** Bounds the whole exchange, since a request's own timeout ends with the headers. */
    private HttpResponse<Boolean> send(HttpRequest request, BodyHandler<Boolean> intoTarget)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<Boolean>> exchange = client.sendAsync(request, intoTarget);
        try {
            return exchange.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
