package dev.haetae.common.scoring;

import dev.haetae.common.GroupResult;
import dev.haetae.common.Skip;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tests of one judging, and how far it has come with them. */
final class Course {

    private final List<String> tests;
    private final TestRuns runs;
    private final BitSet done = new BitSet();
    private Verdict firstRejection = Verdict.ACCEPTED;

    Course(List<String> tests, TestRuns runs) {
        this.tests = List.copyOf(tests);
        this.runs = runs;
    }

    int size() {
        return tests.size();
    }

    String test(int place) {
        return tests.get(place);
    }

    /** Runs a test that counts. */
    Mark run(int place, Worth worth) {
        Mark mark = runs.run(place, worth);
        done.set(place);
        if (firstRejection == Verdict.ACCEPTED) {
            firstRejection = mark.verdict();
        }
        return mark;
    }

    /** Leaves a test out, or runs it for those who want to see how it goes. */
    void leaveOut(int place, Skip why, boolean runsAll) {
        if (runsAll) {
            runs.run(place, Worth.NONE);
            done.set(place);
        } else {
            runs.skip(place, why);
        }
    }

    /** The first verdict of a test that counts and was not accepted; ACCEPTED when there is none. */
    Verdict firstRejection() {
        return firstRejection;
    }

    /** Places of the tests of a group and of those in it, which are neighbours. */
    List<Integer> placesIn(String group) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < tests.size(); place++) {
            if (tests.get(place).startsWith(group + "/")) {
                places.add(place);
            }
        }
        return places;
    }

    int doneIn(String group) {
        return (int) placesIn(group).stream().filter(done::get).count();
    }

    /** The names of all groups, outer ones before those in them. */
    Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        tests.forEach(test -> groups.addAll(GroupResult.around(test)));
        return groups;
    }
}
