package dev.haetae.api.problem;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often each problem was judged, and by how many users it was solved. */
@Component
class ProblemCounters {

    private final JdbcClient jdbc;

    ProblemCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds in the caller's transaction, which holds the counters until it ends. */
    void add(Collection<JudgedCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        List<JudgedCount> rows = List.copyOf(counts);
        lock(problems(rows));
        jdbc.sql("""
                        with verdict as (
                            select * from unnest(:problems, :users, :accepted) as v (problem_id, user_id, accepted)
                        ), solver as (
                            insert into problem_solver (problem_id, user_id)
                            select distinct problem_id, user_id from verdict where accepted
                            on conflict do nothing
                            returning problem_id
                        ), total as (
                            select problem_id, count(*) as judged, count(*) filter (where accepted) as accepted,
                                   (select count(*) from solver where solver.problem_id = verdict.problem_id) as solved_by
                              from verdict group by problem_id
                        )
                        update problem_counter c
                           set judged = c.judged + total.judged, accepted = c.accepted + total.accepted,
                               solved_by = c.solved_by + total.solved_by
                          from total where total.problem_id = c.problem_id
                        """)
                .param("problems", problems(rows))
                .param("users", rows.stream().map(JudgedCount::userId).toArray(UUID[]::new))
                .param("accepted", rows.stream().map(JudgedCount::accepted).toArray(Boolean[]::new))
                .update();
    }

    /**
     * Locks the counters in one order for everybody: two batches that share problems would else wait for each other. A problem's
     * first verdict makes its counter.
     */
    private void lock(UUID[] problems) {
        jdbc.sql("""
                        insert into problem_counter (problem_id)
                        select distinct id from unnest(:problems) as p (id) order by id
                            on conflict (problem_id) do nothing
                        """).param("problems", problems).update();
        jdbc.sql(
                        "select problem_id from problem_counter where problem_id = any(:problems) order by problem_id for update")
                .param("problems", problems)
                .query(UUID.class)
                .list();
    }

    private static UUID[] problems(List<JudgedCount> rows) {
        return rows.stream().map(JudgedCount::problemId).toArray(UUID[]::new);
    }
}
