/**
 * What every call shares: errors as problem details, paging, idempotency, rate limits, and Redis as something that may be away.
 * The lowest floor: it knows no feature.
 */
@NullMarked
package dev.haetae.api.web;

import org.jspecify.annotations.NullMarked;
