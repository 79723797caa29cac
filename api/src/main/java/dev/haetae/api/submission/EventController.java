package dev.haetae.api.submission;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.submission.LiveSteps.Watch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams a submission's life as server-sent events, on the request's own virtual thread. Between events it waits for news, and
 * reads the row again every few seconds, so that news that got lost is only late.
 */
@RestController
class EventController implements SmartLifecycle {

    private static final Duration READ_AGAIN = Duration.ofSeconds(5);
    private static final Duration COMMENT = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(EventController.class);

    private final SubmissionAccess access;
    private final SubmissionStore store;
    private final SubmissionViews views;
    private final LiveSteps liveSteps;
    private final JsonMapper json;
    private volatile boolean running;

    EventController(
            SubmissionAccess access,
            SubmissionStore store,
            SubmissionViews views,
            LiveSteps liveSteps,
            JsonMapper json) {
        this.access = access;
        this.store = store;
        this.views = views;
        this.liveSteps = liveSteps;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/submissions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Submission submission = access.find(id, user);
        ServerSentEvents events = ServerSentEvents.begin(response, json);
        EventId last =
                lastEventId == null ? EventId.NONE : EventId.parse(lastEventId).orElse(EventId.NONE);
        EventStream stream = new EventStream(views, access.viewer(user), events::send, last);
        try (Watch watch = liveSteps.watch(id)) {
            submission = access.find(id, user);
            Deadline readAgain = new Deadline(READ_AGAIN);
            Deadline comment = new Deadline(COMMENT);
            while (running && !stream.tell(submission, watch)) {
                watch.awaitNews(READ_AGAIN);
                if (readAgain.hasPassed() || watch.isSettled()) {
                    submission = store.find(id).orElse(submission);
                }
                if (comment.hasPassed()) {
                    events.comment();
                }
            }
        } catch (DataAccessException e) {
            // The head is sent, so there is no other way to say it: the client resumes after its last event.
            log.warn("the event stream of submission {} is cut: {}", id, e.getMessage());
        }
    }

    /** Who asks for the head alone gets it at once, and holds no thread until the end. */
    @Operation(hidden = true)
    @RequestMapping(
            path = "/api/v1/submissions/{id}/events",
            method = RequestMethod.HEAD,
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void head(@PathVariable UUID id, CurrentUser user, HttpServletResponse response) throws IOException {
        access.find(id, user);
        ServerSentEvents.begin(response, json);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the streams, so that a shutdown does not wait for them: clients resume on another node. */
    @Override
    public void stop() {
        running = false;
        liveSteps.wakeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
