/**
 * Problems: imported from packages, kept as immutable versions, shown to students and handed to judging.
 *
 * <p>What has to be judged with is content by its address: a version names a {@link dev.haetae.common.TestSet} manifest, which
 * names the tests' blobs. An import writes its blobs first and its rows in one transaction afterwards, so that what is half done
 * is only blobs that nobody names.
 */
@NullMarked
package dev.haetae.api.problem;

import org.jspecify.annotations.NullMarked;
