package dev.haetae.worker.sandbox;

/** The fields of the runner's protocol, by the numbers of its manual page. */
enum Tag {
    BOX(1),
    WRITABLE(2),
    KEEP(3),
    DISK(4),
    INODES(5),
    MOUNT(6),
    NAME(7),
    EXECUTABLE(8),
    BYTES(9),
    PATH(10),
    ARGUMENT(11),
    ENVIRONMENT(12),
    CPU(13),
    WALL(14),
    MEMORY(15),
    OUTPUT(16),
    PROCESSES(17),
    STACK(18),
    STDERR_HEAD(20),
    MOST(21),
    CONTESTANT(22),
    JURY(23),
    TRANSCRIPT_MOST(24),
    INPUT(25),
    STOP(26),
    ACCEPTS(27),
    CORES(29),
    BACKEND(32),
    MESSAGE(33),
    EXIT(40),
    SIGNAL(41),
    KILLED(42),
    CPU_USED(43),
    WALL_USED(44),
    WAITED(45),
    MEMORY_PEAK(46),
    OOM_KILLS(47),
    PROCESS_LIMIT_HITS(48),
    OUTPUT_USED(49),
    OVER(50),
    LEFTOVERS(51),
    STDERR(52),
    FIRST(60),
    TRANSCRIPT(61),
    CUT(62);

    private final short number;

    Tag(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }
}
