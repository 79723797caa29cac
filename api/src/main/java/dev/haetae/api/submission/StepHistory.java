package dev.haetae.api.submission;

import dev.haetae.api.web.Redis;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The steps of judgings under way, in Redis: one stream a submission, kept for an hour. Without Redis there is no history. */
@Component
class StepHistory {

    private static final Duration KEEP = Duration.ofHours(1);
    private static final String FIELD = "step";

    private final Redis redis;

    StepHistory(Redis redis) {
        this.redis = redis;
    }

    /** Keeps a step; one that is there already, or behind a later one, is refused by Redis itself. */
    void append(UUID submission, EventId id, JudgeProgress progress) {
        String json = new String(Wire.write(progress), StandardCharsets.UTF_8);
        redis.attempt(template -> {
            add(template, key(submission), id, json);
            return template.expire(key(submission), KEEP);
        });
    }

    private static void add(StringRedisTemplate template, String key, EventId id, String json) {
        try {
            template.opsForStream()
                    .add(StreamRecords.string(Map.of(FIELD, json))
                            .withStreamKey(key)
                            .withId(RecordId.of(id.toString())));
        } catch (DataAccessException e) {
            if (!String.valueOf(e.getMostSpecificCause().getMessage()).contains("equal or smaller")) {
                throw e;
            }
        }
    }

    /** What is kept, in order. */
    SortedMap<EventId, Step> read(UUID submission) {
        List<MapRecord<String, Object, Object>> entries =
                redis.attempt(template -> template.opsForStream().range(key(submission), Range.unbounded()));
        SortedMap<EventId, Step> steps = new TreeMap<>();
        for (MapRecord<String, Object, Object> entry :
                entries == null ? List.<MapRecord<String, Object, Object>>of() : entries) {
            byte[] json = String.valueOf(entry.getValue().get(FIELD)).getBytes(StandardCharsets.UTF_8);
            EventId.parse(entry.getId().getValue())
                    .ifPresent(id ->
                            steps.put(id, Wire.read(json, JudgeProgress.class).step()));
        }
        return steps;
    }

    private static String key(UUID submission) {
        return "submission:" + submission + ":steps";
    }
}
