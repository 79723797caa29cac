/**
 * Problem packages: what a teacher uploads, read safely and told apart into a package that can be judged and the reasons why
 * another cannot.
 */
@NullMarked
package dev.haetae.common.packages;

import org.jspecify.annotations.NullMarked;
