/** Drives a whole running Haetae from outside, over HTTP and the launcher. */
@NullMarked
package dev.haetae.system;

import org.jspecify.annotations.NullMarked;
