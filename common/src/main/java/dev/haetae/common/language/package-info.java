/** The one language table, {@code languages.yaml}: what can be submitted, and how it is compiled and run. */
@NullMarked
package dev.haetae.common.language;

import org.jspecify.annotations.NullMarked;
