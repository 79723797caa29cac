/** A problem setter's tools: what a worker can do with a package on its own, without queue and API. */
@NullMarked
package dev.haetae.worker.problem;

import org.jspecify.annotations.NullMarked;
