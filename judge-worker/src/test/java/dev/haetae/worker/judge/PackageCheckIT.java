package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.JudgeTask.CheckPackage;
import dev.haetae.common.ModelSolution;
import dev.haetae.common.OutputCheck;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.ValidationLimits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package's output validators, asked by the real runner about outputs of which it is known whether they are right. */
class PackageCheckIT {

    @TempDir
    private static Path directory;

    @Test
    void saysOfWhichOutputsTheValidatorsThinkOtherwise() throws Exception {
        try (RealJudging slot = new RealJudging(directory, "package-check-it")) {
            ValidationLimits limits = new ValidationLimits(2_000, 64 * RealJudging.MIB, RealJudging.MIB);
            String close =
                    "read out; [ $out = 3 ] && exit 42; echo $out > \"$3judgemessage.txt\"; [ $out = 9 ] && exit 1; exit 43";
            CheckerSpec custom = new CheckerSpec.OutputValidators(List.of(slot.script(close)), List.of(), limits);
            CheckerSpec byDefault = CheckerSpec.DefaultValidator.WITHOUT_FLAGS;
            List<OutputCheck> outputs = List.of(
                    output(slot, "valid_output/1", custom, "3", true),
                    output(slot, "valid_output/2", custom, "4", true),
                    output(slot, "valid_output/3", custom, "9", true),
                    output(slot, "invalid_output/1", custom, "4", false),
                    output(slot, "invalid_output/2", byDefault, "3", false));
            TestSetRef named = RealJudging.submission("c", "main.c", "").tests();

            PackageChecked checked = (PackageChecked)
                    slot.judge(new CheckPackage(named), new TestSet(List.of(), null, null, outputs, null));

            assertThat(checked.faults())
                    .extracting(Object::toString)
                    .containsExactly(
                            "valid_output/2: an output that is right is rejected: 4",
                            "valid_output/3: output_validators/night ended with exit code 1, neither 42 nor 43, on valid_output/3",
                            "invalid_output/2: an output that is wrong is accepted");
        }
    }

    @Test
    void showsValidatorsThatLookAtASubmissionTheModelSolution() throws Exception {
        try (RealJudging slot = new RealJudging(directory, "package-check-model-it")) {
            ValidationLimits limits = new ValidationLimits(2_000, 64 * RealJudging.MIB, RealJudging.MIB);
            String golf = "[ -s main.c ] && [ -s tables/a.h ] || exit 1; read out; [ $out = 3 ] && exit 42; exit 43";
            CheckerSpec looking =
                    new CheckerSpec.OutputValidators(List.of(slot.script(golf).besideSubmission()), List.of(), limits);
            List<OutputCheck> outputs = List.of(
                    output(slot, "valid_output/1", looking, "3", true),
                    output(slot, "valid_output/2", looking, "4", true));
            ModelSolution model = new ModelSolution(
                    "c",
                    null,
                    List.of(
                            new FileRef("main.c", slot.blob(RealJudging.main("return 0;"))),
                            new FileRef("tables/a.h", slot.blob("\n"))));
            TestSetRef named = RealJudging.submission("c", "main.c", "").tests();

            PackageChecked shown = (PackageChecked)
                    slot.judge(new CheckPackage(named), new TestSet(List.of(), null, null, outputs, model));
            PackageChecked withoutOne = (PackageChecked)
                    slot.judge(new CheckPackage(named), new TestSet(List.of(), null, null, outputs, null));

            assertThat(shown.faults())
                    .extracting(Object::toString)
                    .containsExactly("valid_output/2: an output that is right is rejected");
            assertThat(withoutOne.faults()).isEmpty();
        }
    }

    private static OutputCheck output(
            RealJudging slot, String name, CheckerSpec checker, String output, boolean valid) {
        TestCase test =
                new TestCase(name, name.substring(0, name.indexOf('/')), slot.blob(""), slot.blob("3"), checker);
        return new OutputCheck(test, slot.blob(output), valid);
    }
}
