package dev.haetae.worker.sandbox;

/** The requests that the runner understands. */
enum Request {
    OPEN(1),
    PUT(2),
    RUN(3),
    FETCH(4),
    CANCEL(5),
    PAIR(6),
    BATCH(7);

    private final short type;

    Request(int type) {
        this.type = (short) type;
    }

    short type() {
        return type;
    }
}
