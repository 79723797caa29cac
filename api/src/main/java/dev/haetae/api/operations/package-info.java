/** What operators see and do: what could not be judged. */
@NullMarked
package dev.haetae.api.operations;

import org.jspecify.annotations.NullMarked;
