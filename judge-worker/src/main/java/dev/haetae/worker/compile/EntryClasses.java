package dev.haetae.worker.compile;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses the class that a program starts with, among those that have a launchable main method. */
final class EntryClasses {

    private EntryClasses() {}

    /**
     * Chooses by name.
     *
     * @param launchable binary names of classes
     * @param named a class as the submission names it, also as its source file or without its package, or null
     * @param preferred simple names, best first
     */
    static Entry choose(List<String> launchable, @Nullable String named, List<String> preferred) {
        if (launchable.isEmpty()) {
            return new Entry.Missing("No class has a main method that can be started.");
        }
        if (named != null) {
            String wanted = withoutExtension(named);
            Entry found =
                    only(launchable, name -> name.equals(wanted) || simple(name).equals(wanted));
            return found != null
                    ? found
                    : new Entry.Missing("The entry point " + named + " is no class with a main method: there are "
                            + String.join(", ", launchable) + ".");
        }
        for (String best : preferred) {
            Entry found = only(launchable, name -> simple(name).equals(best));
            if (found != null) {
                return found;
            }
        }
        Entry topLevel = only(launchable, name -> !name.contains("$"));
        return topLevel != null
                ? topLevel
                : new Entry.Missing("More than one class has a main method: " + String.join(", ", launchable)
                        + ". Name the one to start " + preferred.getFirst() + ".");
    }

    private static @Nullable Entry only(List<String> launchable, Predicate<String> condition) {
        List<String> matching = launchable.stream().filter(condition).toList();
        return matching.size() == 1 ? new Entry.Found(matching.getFirst()) : null;
    }

    private static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1);
    }

    private static String withoutExtension(String name) {
        return name.replaceFirst("\\.(java|kt|class)$", "");
    }
}
