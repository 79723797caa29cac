/** stub */
@NullMarked
package dev.haetae.api.problem;

import org.jspecify.annotations.NullMarked;
