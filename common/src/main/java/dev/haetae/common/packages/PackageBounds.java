package dev.haetae.common.packages;

/**
 * How large a package may be. Everything else that reading one costs follows from these.
 *
 * @param entries files and folders together
 * @param fileBytes one file, uncompressed
 * @param totalBytes all files, uncompressed
 */
record PackageBounds(int entries, long fileBytes, long totalBytes) {

    static final PackageBounds DEFAULT = new PackageBounds(100_000, 1L << 30, 2L << 30);

    /** A file that is read as text: metadata, statements. */
    static final int TEXT_BYTES = 1 << 20;
}
