# What --help says.

help_for() {
    case $1 in
        '') help_all ;;
        up) help_up ;;
        down) echo 'usage: haetae down [--purge]

Stops everything, the worker first: it finishes what it judges. Data stays, unless --purge removes it with all settings.' ;;
        status) echo 'usage: haetae status

Shows each service. Exit status 0 when all are ready, else 3.' ;;
        logs) echo "usage: haetae logs [-f] [SERVICE…]

The last lines of the logs; -f goes on. Services: ${SERVICES[*]}; also: haetae, install, build" ;;
        start | stop | restart) echo "usage: haetae $1 SERVICE…

Services: ${SERVICES[*]}. Starting api or worker builds first if the sources have changed." ;;
        kill) echo "usage: haetae kill SERVICE…

Ends it by SIGKILL, for drills. up or start brings it back. Services: ${SERVICES[*]}" ;;
        doctor) echo 'usage: haetae doctor [--languages all|LIST]

Says what this machine can and cannot do for judging, and how to mend it. Exit status 1 when something needed is missing.' ;;
        test) help_test ;;
        bench) echo 'usage: haetae bench [runner [ROUNDS] | startup [ROUNDS] | import]

Starts a system of its own in a temporary directory, measures it, prints the figures and removes it.
runner: what a run in the sandbox costs, beside a bare start, bubblewrap and the JVM'\''s own processes, as root; without a system.
startup: how soon API and worker are ready and what memory they hold when idle, with the AOT cache and from the plain jar, and what the
worker'\''s self-tests take.
import: how long the import of a 500 MB package takes, beside reading it once, and what memory the API holds at most meanwhile.' ;;
        problem) help_problem ;;
        *) usage_error "There is no command '$1'" ;;
    esac
}

help_all() {
    cat <<END
Haetae, an online judge, on one machine.

usage: haetae COMMAND [OPTION…]

  up        install what is missing, build, start everything, import problems/, print the URL
  down      stop everything; --purge removes the data too
  status    what runs; exit status 0 when all of it does, else 3
  logs      the logs of one service or of all; -f follows
  start, stop, restart, kill SERVICE…    ${SERVICES[*]}
  doctor    what this machine can do for judging, and how to mend it
  test      every test of the project, on services of its own
  bench     the figures, on a system of its own
  problem   a problem setter's tool: verify a package by its own solutions, import, export, make a new one

haetae COMMAND --help says more.

Settings, from the environment:
  HAETAE_HOME           where everything is kept (default: .haetae beside this script)
  HAETAE_PORT           the public port (default 8080); management is the next one
  HAETAE_JAVA_OPTIONS   for API and worker (default -Xmx512m and docker/jvm.options)
  HAETAE_LIMITS_SUBMISSIONSPERMINUTE, HAETAE_LIMITS_UNFINISHEDPERSTUDENT, HAETAE_LIMITS_FAILEDLOGINSPERMINUTE,
  HAETAE_REGISTRATION, HAETAE_SWEEP_PERIOD, HAETAE_LEASE, HAETAE_WORKER_SLOTS and the other HAETAE_WORKER_… are passed on
END
}

help_up() {
    cat <<'END'
usage: haetae up [--languages all|LIST] [--no-build] [--native|--docker]

Installs what is missing (as root; else it prints what an administrator has to run), starts PostgreSQL, RabbitMQ and Redis
on loopback, builds, starts API and worker, imports problems/ and prints the URL as its last line. When all runs it does
nothing. Data survives down and up.

  --languages all|LIST   the languages to offer, such as c,cpp,java; kept for the next up (default: the common ones)
  --no-build             run what target/ holds, and never build for this home
  --native               without containers, as a new home is unless --docker is given
  --docker               in containers, by compose.yaml: needs a Docker engine with compose, curl, and nothing else. The home
                         remembers it for up, down, status and logs; what the sources say now runs after down and up
END
}

help_problem() {
    cat <<'END'
usage: haetae problem verify [--slots N] [--languages all|LIST] PACKAGE
       haetae problem new DIRECTORY
       haetae problem import [--url URL] [--user NAME] [--slug SLUG] [--hidden] PACKAGE
       haetae problem export [--url URL] [--user NAME] [--output FILE] SLUG

verify reads a problem package, a directory or a zip, judges every solution below its submissions/ in the sandbox on all tests, and
compares the verdicts with what their folders and @EXPECTED_RESULTS@ comments expect. Solutions get twice their time, so that
it shows how slow the slow ones are; verdicts are as of the limit. No service has to run. Root, as the worker. Exit status 0 when
all are as expected, 1 when one is not, 2 when the package is refused or nothing can be judged here.

  --slots N              judge N at a time (default: one less than there are cores)
  --languages all|LIST   the languages that solutions may be in (default: the common ones)

new writes a small problem in the format 2025-09 into a new directory, which verifies as it is.

import sends a package, a directory or a zip, to a running system, and shows warnings, or a table of why it is refused; export saves
a problem as a package that imports back to the same problem. Exit status 0 when it is done, 1 when the system refuses, 2 when it
cannot be asked.

  --url URL              of the system (default: the one of this home, as its administrator)
  --user NAME            who asks; the password comes from HAETAE_PASSWORD, the terminal or standard input. Or HAETAE_TOKEN
  --slug SLUG            the problem's name (default: the package's); one that is there gets its next version
  --hidden               students do not see the problem
  --output FILE          where to (default: SLUG.zip); it must not be there yet
END
}

help_test() {
    cat <<'END'
usage: haetae test [--quick] [--native] [--only-launcher|--only-guest] [MAVEN ARGUMENT…]

Runs every test of the project: the launcher's, then `mvn verify` on JDK 25, on private services that are stopped afterwards
(or on Testcontainers where a Docker engine answers, unless --native is given), then the runner's own under cgroup v2, in guests
made by qemu's software emulation, for which a Debian kernel is kept in ~/.cache/haetae. Where there can be no guest it says why.
--quick leaves the guests out. Arguments go to Maven and leave them out too: -pl api -Dtest=…
END
}
