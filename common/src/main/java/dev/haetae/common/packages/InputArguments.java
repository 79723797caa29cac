package dev.haetae.common.packages;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what the settings of tests say of the input validators' arguments. */
final class InputArguments {

    static final String FLAGS = "input_validator_flags";
    static final String ARGS = "input_validator_args";

    private static final String DATA = "data/";

    /** Far below what a command line can hold. */
    private static final int MOST_BYTES = 16 << 10;

    private final List<PackageProgram> validators;
    private final SortedMap<String, List<List<String>>> byPlace = new TreeMap<>();

    InputArguments(List<PackageProgram> validators) {
        this.validators = validators;
    }

    /**
     * The flags of a legacy group: a text for all validators, or a map of one's name and its flags, or as drafts have it of flags by names.
     *
     * @param key what they are called
     */
    void readFlags(YamlKeys keys, String key, String folder) {
        if (!keys.isMap(key)) {
            if (keys.has(key)) {
                List<String> flags = keys.arguments(key);
                put(keys, key, folder + "/", _ -> flags);
            }
            return;
        }
        YamlKeys map = keys.map(key);
        if (map.has("name") || map.has("flags")) {
            String name = map.text("name");
            List<String> flags = map.arguments("flags");
            put(keys, key, folder + "/", program -> program.isNamed(name == null ? "" : name) ? flags : List.of());
        } else {
            put(
                    keys,
                    key,
                    folder + "/",
                    program -> firstNamed(program, map).map(map::arguments).orElse(List.of()));
        }
        map.warnOfTheRest();
    }

    private static Optional<String> firstNamed(PackageProgram program, YamlKeys map) {
        return program.names().stream().filter(map::has).findFirst();
    }

    /**
     * The arguments of a 2025-09 group or test: a list for all validators, or a map of lists by their names.
     *
     * @param place a test's path without an ending, or a group's folder with a slash
     */
    void readArgs(YamlKeys keys, String place) {
        if (keys.isMap(ARGS)) {
            YamlKeys map = keys.map(ARGS);
            put(
                    keys,
                    ARGS,
                    place,
                    program -> firstNamed(program, map).map(map::texts).orElse(List.of()));
            map.warnOfTheRest();
        } else if (keys.has(ARGS)) {
            List<String> arguments = keys.texts(ARGS);
            put(keys, ARGS, place, _ -> arguments);
        }
    }

    private void put(YamlKeys keys, String key, String place, Function<PackageProgram, List<String>> arguments) {
        List<List<String>> all = validators.stream().map(arguments).toList();
        boolean possible = all.stream().allMatch(InputArguments::isPossible);
        if (!possible) {
            keys.refuse(key, "has to be at most " + MOST_BYTES + " bytes without NUL");
        }
        if (possible) {
            byPlace.put(place.equals(DATA) ? "/" : place.substring(DATA.length()), all);
        }
    }

    private static boolean isPossible(List<String> arguments) {
        return arguments.stream().noneMatch(argument -> argument.indexOf('\0') >= 0)
                && arguments.stream()
                                .mapToInt(argument -> argument.getBytes(StandardCharsets.UTF_8).length + 1)
                                .sum()
                        <= MOST_BYTES;
    }

    /** As they were given: a test's own, else its group's. */
    SortedMap<String, List<List<String>>> all() {
        return byPlace;
    }

    /** For each of these groups what the nearest folder around it says. */
    SortedMap<String, List<List<String>>> inheritedBy(Collection<String> groups) {
        SortedMap<String, List<List<String>>> inherited = new TreeMap<>();
        for (String group : groups) {
            String at = group;
            while (!at.isEmpty() && !byPlace.containsKey(at + "/")) {
                at = PackagePath.folder(at);
            }
            List<List<String>> arguments = byPlace.get(at + "/");
            if (arguments != null) {
                inherited.put(group + "/", arguments);
            }
        }
        return inherited;
    }
}
