package dev.haetae.common;

/**
 * A test set by the address of its manifest, which is a {@link TestSet} as JSON.
 *
 * @param manifest the manifest's blob
 * @param tests how many tests it lists
 */
public record TestSetRef(BlobRef manifest, int tests) {}
