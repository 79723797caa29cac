/** What all SQL of ours shares; beneath every other package. */
@NullMarked
package dev.haetae.api.database;

import org.jspecify.annotations.NullMarked;
