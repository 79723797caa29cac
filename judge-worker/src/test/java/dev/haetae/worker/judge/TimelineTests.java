package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.StageTimes;
import dev.haetae.worker.judge.Timeline.Stage;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.testing.FakeSandbox;
import dev.haetae.worker.testing.FakeSandbox.Act;
import dev.haetae.worker.testing.Judgings;
import dev.haetae.worker.testing.Reports;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTests {

    private final Timeline timeline = new Timeline();

    @TempDir
    private Path directory;

    @Test
    void countsWhatRunsTookLongerThanTheirPrograms() {
        timeline.ran(BoxName.CONTESTANT, Duration.ofMillis(5), Duration.ofMillis(3));
        timeline.ran(BoxName.JURY, Duration.ofMillis(4), Duration.ofMillis(3));

        assertThat(timeline.end())
                .extracting(StageTimes::runs, StageTimes::overheadMicros)
                .containsExactly(2, 3_000L);
    }

    @Test
    void givesNoTimeToAStageThatWasNotEntered() {
        timeline.enter(Stage.COMPILE);

        StageTimes times = timeline.end();

        assertThat(times.testMicros()).isZero();
        assertThat(times.fetchMicros()).isZero();
    }

    @Test
    void seesEveryStageOfAJudging() throws Exception {
        FakeSandbox sandbox = new FakeSandbox(_ -> new Act("42", Reports.aRun()));
        Bench bench = Bench.of(sandbox, new Terms(new Leash(Duration.ofMinutes(1)), _ -> {}, timeline));

        assertThat(Judgings.of(directory, "42", "42").judge(Judgings.submission(2), bench))
                .isInstanceOf(Judged.class);

        StageTimes times = timeline.end();
        assertThat(times.runs()).isEqualTo(3);
        assertThat(times.fetchMicros()).isPositive();
        assertThat(times.compileMicros()).isPositive();
        assertThat(times.testMicros()).isPositive();
    }
}
