/** The contract between API and judge worker. */
@NullMarked
package dev.haetae.common;

import org.jspecify.annotations.NullMarked;
