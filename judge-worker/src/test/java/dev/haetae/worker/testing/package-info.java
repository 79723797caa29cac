/** What tests of several packages say: fake sandboxes, runs and judgings. */
@NullMarked
package dev.haetae.worker.testing;

import org.jspecify.annotations.NullMarked;
