package dev.haetae.worker.problem;

import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.JudgeTask.CheckPackage;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.PackageModel;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.verification.DerivedLimit;
import dev.haetae.worker.judge.Leash;
import dev.haetae.worker.judge.Terms;
import dev.haetae.worker.problem.PackageVerification.Order;
import dev.haetae.worker.problem.PackageVerification.Row;
import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.slot.Crew;
import dev.haetae.worker.slot.Muster;
import dev.haetae.worker.slot.Proofs;
import dev.haetae.worker.slot.WorkerFaultException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * {@code haetae problem verify}: checks a package's inputs, judges its own solutions and compares. Ends with 0 when all are as expected, with 1 when one is
 * not, with 2 when the package is refused or nothing can be judged here.
 */
public final class VerifyProblem {

    private static final Duration MOST = Duration.ofMinutes(20);

    private final Path runner;
    private final Path scratch;
    private final int slots;
    private final Languages languages;
    private final Table table;
    private final PrintStream out;

    VerifyProblem(Path runner, Path scratch, int slots, Languages languages, Table table, PrintStream out) {
        this.runner = runner;
        this.scratch = scratch;
        this.slots = slots;
        this.languages = languages;
        this.table = table;
        this.out = out;
    }

    /**
     * For the launcher, which knows all of this.
     *
     * @param arguments the package, the runner, an empty directory with a short path, the number of slots, language ids with commas
     *     between them, and {@code coloured} or {@code plain}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        VerifyProblem command = new VerifyProblem(
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                Languages.all().configured(Arrays.asList(arguments[4].split(","))),
                new Table(arguments[5].equals("coloured")),
                System.out);
        System.exit(command.verify(Path.of(arguments[0])));
    }

    int verify(Path source) throws IOException, InterruptedException {
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return switch (PackageReader.read(source, name, scratch)) {
            case PackageResult.Refused(var reasons) -> refuse(reasons);
            case PackageResult.Read(var problem) -> verify(problem);
        };
    }

    private int refuse(List<Finding> reasons) {
        out.println("the package is refused:");
        reasons.forEach(reason -> out.println("  " + reason));
        return 2;
    }

    private int verify(ProblemPackage problem) throws IOException, InterruptedException {
        table.head(problem).forEach(out::println);
        PackageTests tests =
                new PackageTests(problem, PackageModel.of(problem, languages).orElse(null));
        Runner sandboxes = new Runner(
                runner,
                scratch.resolve("slots"),
                "verify-" + ProcessHandle.current().pid());
        Muster muster = new Muster(sandboxes::check, sandboxes::start, languages, tests, Proofs.none());
        try (Crew crew = muster.muster(slots, Set.of())) {
            boolean inputsAreRight = !tests.canBeChecked() || checkInputs(crew, tests);
            PackageVerification verification = new PackageVerification(problem, languages, tests);
            DerivedLimit limit = new LimitMeasuring(problem, verification).limit(crew);
            table.limit(limit).forEach(out::println);
            if (!(limit instanceof DerivedLimit.Known known)) {
                return 1;
            }
            List<Row> rows = verification.run(
                    crew, Order.all(known.millis()), (row, done, total) -> out.println(table.row(row, done, total)));
            table.foot(rows, problem.margins()).forEach(out::println);
            return inputsAreRight && rows.stream().allMatch(Row::matches) ? 0 : 1;
        } catch (WorkerFaultException e) {
            out.println("nothing can be judged here: " + e.getMessage());
            return 2;
        }
    }

    private boolean checkInputs(Crew crew, PackageTests tests) throws InterruptedException {
        JudgeResult result = crew.slots()
                .getFirst()
                .judge(crew.judge(), new CheckPackage(tests.reference()), new Terms(new Leash(MOST), _ -> {}));
        table.inputs(result).forEach(out::println);
        return result instanceof PackageChecked(int _, var faults) && faults.isEmpty();
    }
}
