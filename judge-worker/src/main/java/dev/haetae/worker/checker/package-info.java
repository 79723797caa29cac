/** Decides whether what a program wrote is right. */
@NullMarked
package dev.haetae.worker.checker;

import org.jspecify.annotations.NullMarked;
