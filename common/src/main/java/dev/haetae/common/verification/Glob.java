package dev.haetae.common.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A pattern of {@code submissions.yaml}: {@code *} stands for any part of a name, {@code {a,b}} for one of several texts, and a path is
 * matched, too, when a folder above it is.
 *
 * <p>A path is walked through once, with all places in the pattern at which it may be: a regular expression would go back for each
 * {@code *}, and take minutes for five of them and a long name.
 */
public final class Glob {

    private final List<Step> steps = new ArrayList<>();

    /** What stands at a place in the pattern; the place behind the last is the end. */
    private sealed interface Step {

        /** A letter that has to be there; then comes the next step. */
        record Letter(char letter) implements Step {}

        /** Any part of a name: more of it, or the next step. */
        record Any() implements Step {}

        /** One of these steps, without a letter. */
        record Fork(List<Integer> steps) implements Step {}
    }

    /** Braces that are open: the step at which they begin, and those at which texts in them end. */
    private record Open(Step.Fork begin, List<Step.Fork> ends) {}

    /** The pattern that such a text stands for; what is no pattern in it stands for itself. */
    public Glob(String text) {
        Deque<Open> open = new ArrayDeque<>();
        int lastClosing = text.lastIndexOf('}');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                steps.add(new Step.Any());
            } else if (c == '{' && i < lastClosing) {
                open.push(new Open(fork(), new ArrayList<>()));
                open.element().begin().steps().add(steps.size());
            } else if (c == '}' && !open.isEmpty()) {
                close(open.pop());
            } else if (c == ',' && !open.isEmpty()) {
                open.element().ends().add(fork());
                open.element().begin().steps().add(steps.size());
            } else {
                steps.add(new Step.Letter(c));
            }
        }
        open.forEach(this::close);
    }

    private Step.Fork fork() {
        Step.Fork fork = new Step.Fork(new ArrayList<>());
        steps.add(fork);
        return fork;
    }

    private void close(Open braces) {
        braces.ends().forEach(end -> end.steps().add(steps.size()));
    }

    /** Whether it matches a path, or a folder that this lies in. */
    public boolean matches(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (isOf(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it matches a path itself. */
    boolean isOf(String path) {
        BitSet places = new BitSet();
        enter(0, places);
        for (int i = 0; i < path.length() && !places.isEmpty(); i++) {
            places = behind(path.charAt(i), places);
        }
        return places.get(steps.size());
    }

    private BitSet behind(char letter, BitSet places) {
        BitSet behind = new BitSet();
        places.stream().filter(place -> place < steps.size()).forEach(place -> {
            switch (steps.get(place)) {
                case Step.Letter(char wanted) when wanted == letter -> enter(place + 1, behind);
                case Step.Any() when letter != '/' -> enter(place, behind);
                case Step.Letter _, Step.Any _, Step.Fork _ -> {}
            }
        });
        return behind;
    }

    /** Adds a place, and those that are reached from it without a letter. */
    private void enter(int place, BitSet places) {
        Deque<Integer> open = new ArrayDeque<>(List.of(place));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (places.get(next)) {
                continue;
            }
            places.set(next);
            if (next < steps.size()) {
                switch (steps.get(next)) {
                    case Step.Letter _ -> {}
                    case Step.Any _ -> open.push(next + 1);
                    case Step.Fork(List<Integer> each) -> each.forEach(open::push);
                }
            }
        }
    }
}
