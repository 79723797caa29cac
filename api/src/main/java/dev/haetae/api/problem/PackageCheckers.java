package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.packages.OutputValidators;
import dev.haetae.common.packages.PackageChecker;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The checkers of a package's tests, with the programs that they need kept in the blob store. */
final class PackageCheckers {

    private final OutputValidators validators;
    private final List<ProgramSpec> programs;
    private final Keeper keeper;

    /** Keeps a file's content. */
    @FunctionalInterface
    interface Keeper {
        BlobRef put(PackageFile file) throws IOException;
    }

    PackageCheckers(OutputValidators validators, Keeper keeper) throws IOException {
        this.validators = validators;
        this.keeper = keeper;
        this.programs = specs(validators.programs(), keeper);
    }

    /** Programs with their files kept. */
    static List<ProgramSpec> specs(List<PackageProgram> programs, Keeper keeper) throws IOException {
        List<ProgramSpec> specs = new ArrayList<>();
        for (PackageProgram program : programs) {
            List<FileRef> files = new ArrayList<>();
            for (Map.Entry<String, PackageFile> file : program.files().entrySet()) {
                files.add(new FileRef(file.getKey(), keeper.put(file.getValue())));
            }
            specs.add(new ProgramSpec(program.name(), program.language(), files, program.protocol()));
        }
        return specs;
    }

    CheckerSpec of(PackageChecker checker) throws IOException {
        return switch (checker) {
            case PackageChecker.Default(var flags) -> flags;
            case PackageChecker.Custom(var arguments) ->
                new CheckerSpec.OutputValidators(programs, arguments, validators.limits());
            case PackageChecker.Interactive(var arguments) ->
                CheckerSpec.Interactor.of(programs, arguments, validators.limits());
            case PackageChecker.Static(var program, var arguments) ->
                new CheckerSpec.StaticValidator(
                        specs(List.of(program), keeper).getFirst(), arguments, validators.limits());
        };
    }
}
