package dev.haetae.worker.sandbox;

/** How a program's main process ended. */
public sealed interface Ending {

    /** By itself, with a code of 0 to 255. */
    record Exited(int code) implements Ending {}

    /** By a signal, its own or somebody's. */
    record Signalled(int signal) implements Ending {}
}
