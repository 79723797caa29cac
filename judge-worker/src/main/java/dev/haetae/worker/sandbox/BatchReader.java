package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.io.InputStream;

/** Reads what comes of the runs of a batch, in their order, on the caller's thread. The next run is on meanwhile. */
public interface BatchReader {

    /** Reads a run's standard output as {@link OutputReader#read} does; {@code index} is the input's place, from 0. */
    void read(int index, InputStream stdout) throws IOException;

    /** Hears how the run was; says whether there is to be another one. */
    boolean goesOn(int index, RunReport report);
}
