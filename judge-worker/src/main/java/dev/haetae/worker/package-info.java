/** The judge worker: one request in, progress out, one report out. */
@NullMarked
package dev.haetae.worker;

import org.jspecify.annotations.NullMarked;
