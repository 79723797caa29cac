/**
 * Test data: fetched from the API by hash, verified, kept in a bounded cache on disk, and held there while a judging uses them.
 *
 * <pre>
 *   TestSets ─ open(ref) ─► OpenTestSet ─ file(blob) ─► read-only file of the cache
 *      └─ BlobCache: sha256 → file, pinned while in use, else least recently used out first
 *            └─ BlobSource: GET {api}/internal/testdata/{sha256}, with retries
 * </pre>
 */
@NullMarked
package dev.haetae.worker.testset;

import org.jspecify.annotations.NullMarked;
