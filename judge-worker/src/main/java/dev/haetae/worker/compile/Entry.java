package dev.haetae.worker.compile;

/** What looking for the thing to start has brought. */
sealed interface Entry {

    /**
     * This is started.
     *
     * @param name a file of the work directory, or a class
     */
    record Found(String name) implements Entry {}

    /**
     * There is nothing to start.
     *
     * @param reason a sentence for the contestant
     */
    record Missing(String reason) implements Entry {}
}
