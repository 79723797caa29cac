package dev.haetae.worker.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the runner proved on this host.
 *
 * @param backend how limits are enforced: {@code v2}, {@code v1} or {@code none}
 * @param proven the limits that stopped their offender
 * @param unproven the other ones, each with what was seen and how to mend it
 */
public record RunnerCheck(String backend, List<String> proven, Map<String, String> unproven) {

    private static final int ALL_PROVEN = 0;
    private static final int SOME_UNPROVEN = 1;

    public RunnerCheck {
        proven = List.copyOf(proven);
        unproven = Map.copyOf(unproven);
    }

    static RunnerCheck parse(List<String> lines, int exitCode) {
        if (exitCode != ALL_PROVEN && exitCode != SOME_UNPROVEN) {
            throw new SandboxException("The runner's self-test failed: " + String.join("; ", lines));
        }
        String backend = "";
        List<String> proven = new ArrayList<>();
        Map<String, String> unproven = new TreeMap<>();
        for (String line : lines) {
            String[] columns = line.split("\t", 3);
            switch (columns[0]) {
                case "backend" -> backend = columns[1];
                case "proven" -> proven.add(columns[1]);
                case "unproven" -> unproven.put(columns[1], columns[2]);
                default -> {} // what is merely wanting is for people to read
            }
        }
        return new RunnerCheck(backend, proven, unproven);
    }
}
