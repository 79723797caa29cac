package dev.haetae.worker.jury;

import dev.haetae.worker.compile.WorkFiles;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.List;

/** Takes the files out of the jury's box in which a program was built. */
record BuiltFiles(List<BoxFile> files, long bytes) {

    /**
     * Takes them.
     *
     * @throws JuryFaultException when they are too many or too large
     */
    static BuiltFiles in(Sandbox sandbox, String program) {
        return switch (WorkFiles.in(sandbox, BoxName.JURY)) {
            case WorkFiles.Taken(var files, long bytes) ->
                new BuiltFiles(
                        files.stream()
                                .filter(file -> !file.name().startsWith(ValidatorBox.FOLDER))
                                .toList(),
                        bytes);
            case WorkFiles.Unusable(var reason) -> throw JuryFaultException.of(program, reason);
        };
    }
}
