/** What a jury's own solutions say of their problem: the same on a server and in a problem setter's shell. */
@NullMarked
package dev.haetae.common.verification;

import org.jspecify.annotations.NullMarked;
