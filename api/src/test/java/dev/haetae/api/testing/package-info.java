/** A vocabulary for tests of the API. */
@NullMarked
package dev.haetae.api.testing;

import org.jspecify.annotations.NullMarked;
