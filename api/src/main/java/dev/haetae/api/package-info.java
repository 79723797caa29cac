/** The API: takes submissions, keeps the record and streams verdicts. */
@NullMarked
package dev.haetae.api;

import org.jspecify.annotations.NullMarked;
