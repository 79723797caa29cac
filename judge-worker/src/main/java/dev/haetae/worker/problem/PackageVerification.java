package dev.haetae.worker.problem;

import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.JuryAnswers;
import dev.haetae.common.verification.Outcome;
import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.Leash;
import dev.haetae.worker.judge.Terms;
import dev.haetae.worker.slot.Crew;
import dev.haetae.worker.slot.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges the solutions of a package on all of its tests, each slot one at a time. */
final class PackageVerification {

    private static final Duration MOST = Duration.ofMinutes(20);

    private final ProblemPackage problem;
    private final Languages languages;
    private final PackageTests tests;

    PackageVerification(ProblemPackage problem, Languages languages, PackageTests tests) {
        this.problem = problem;
        this.languages = languages;
        this.tests = tests;
    }

    /** A solution and how it did; nothing when it is in no language that is judged here. */
    record Row(
            Solution solution,
            @Nullable Outcome outcome,
            @Nullable Assessment assessment,
            Scoring scoring) {

        boolean matches() {
            return outcome == null
                    || assessment == null
                    || (solution.expectation().isMetBy(outcome, scoring)
                            && assessment.objections().isEmpty());
        }
    }

    /** Hears of a row as soon as it is there, on any thread. */
    @FunctionalInterface
    interface Progress {
        void ended(Row row, int done, int total);
    }

    /**
     * Which solutions are judged with which limit.
     *
     * @param limitMillis the limit that their verdicts are taken as of
     * @param stretch how many times that they are given
     */
    record Order(Predicate<Solution> wanted, long limitMillis, int stretch) {

        /** All of them, given a limit. */
        static Order all(long limitMillis) {
            return new Order(_ -> true, limitMillis, Outcome.STRETCH);
        }
    }

    /** Judges those, in the package's order. */
    List<Row> run(Crew crew, Order order, Progress progress) throws IOException, InterruptedException {
        List<Solution> solutions = new ArrayList<>();
        for (JurySubmission submission : problem.jurySubmissions()) {
            Solution solution = Solution.read(submission, languages);
            if (order.wanted().test(solution)) {
                solutions.add(solution);
            }
        }
        BlockingQueue<Slot> free = new LinkedBlockingQueue<>(crew.slots());
        Counter counter = new Counter(progress, solutions.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(crew.slots().size())) {
            List<Future<Row>> rows = solutions.stream()
                    .map(solution -> threads.submit(() -> counter.counted(row(solution, order, crew.judge(), free))))
                    .toList();
            List<Row> ended = new ArrayList<>();
            for (Future<Row> row : rows) {
                ended.add(result(row));
            }
            return ended;
        }
    }

    private static Row result(Future<Row> row) throws InterruptedException {
        try {
            return row.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a solution could not be judged", e.getCause());
        }
    }

    private List<SourceFile> included(String language) throws IOException {
        List<SourceFile> included = new ArrayList<>();
        for (Map.Entry<String, PackageFile> file : problem.included()
                .getOrDefault(language, Collections.emptySortedMap())
                .entrySet()) {
            included.add(new SourceFile(
                    file.getKey(), Files.readAllBytes(file.getValue().content())));
        }
        return included;
    }

    private Row row(Solution solution, Order order, Judge judge, BlockingQueue<Slot> free)
            throws IOException, InterruptedException {
        JudgeTask task = task(solution, order);
        if (task == null) {
            return new Row(solution, null, null, problem.scoring());
        }
        Slot slot = free.take();
        try {
            JudgeResult result = slot.judge(judge, task, new Terms(new Leash(MOST), _ -> {}));
            return new Row(
                    solution,
                    Outcome.of(result, order.limitMillis()),
                    Assessment.of(result, order.limitMillis(), solution.expectation()),
                    problem.scoring());
        } finally {
            free.add(slot);
        }
    }

    /** What is to be judged, or null when that cannot be. */
    private @Nullable JudgeTask task(Solution solution, Order order) throws IOException {
        if (tests.takeAnswers()) {
            List<SourceFile> answers = JuryAnswers.of(solution.files(), tests.names());
            return new JudgeAnswers(
                    answers, tests.reference(), problem.scoring().onAll());
        }
        if (solution.language() == null) {
            return null;
        }
        Limits limits = problem.limits();
        return new JudgeSubmission(
                solution.language().id(),
                solution.entryPoint(),
                SourceFile.withIncluded(
                        solution.files(), included(solution.language().id())),
                limits.withTimeMillis(order.limitMillis()),
                tests.reference(),
                problem.scoring().onAll(),
                order.limitMillis() * order.stretch());
    }

    /** Numbers rows as they end. */
    private static final class Counter {

        private final Progress progress;
        private final int total;
        private int done;

        Counter(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized Row counted(Row row) {
            progress.ended(row, ++done, total);
            return row;
        }
    }
}
