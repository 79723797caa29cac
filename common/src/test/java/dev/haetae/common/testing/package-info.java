/** The real services that tests run on. */
@NullMarked
package dev.haetae.common.testing;

import org.jspecify.annotations.NullMarked;
