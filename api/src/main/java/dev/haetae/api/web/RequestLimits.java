package dev.haetae.api.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one user may ask for.
 *
 * @param submissionsPerMinute of a student
 * @param unfinishedPerStudent submissions of one student that wait for a verdict at a time
 * @param failedLoginsPerMinute of one username from one address
 */
@ConfigurationProperties("haetae.limits")
public record RequestLimits(
        @DefaultValue("60") int submissionsPerMinute,
        @DefaultValue("20") int unfinishedPerStudent,
        @DefaultValue("10") int failedLoginsPerMinute) {

    public RequestLimits {
        if (submissionsPerMinute < 1 || unfinishedPerStudent < 1 || failedLoginsPerMinute < 1) {
            throw new IllegalArgumentException("every haetae.limits.* must be at least 1");
        }
    }
}
