/** The slots of a worker: a sandbox each, started, proven, and started anew when it has failed. */
@NullMarked
package dev.haetae.worker.slot;

import org.jspecify.annotations.NullMarked;
