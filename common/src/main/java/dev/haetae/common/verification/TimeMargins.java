package dev.haetae.common.verification;

/**
 * How far a problem's time limit has to be from what the jury's solutions need.
 *
 * @param acToTimeLimit the limit is at least so many times the slowest solution that must not be too slow, &gt; 0
 * @param timeLimitToTle each solution that has to be too slow takes at least so many times the limit, &gt; 0
 * @param resolutionMillis a derived limit is a multiple of this, &gt; 0
 * @param strict whether there is no limit when one that has to be too slow is not, rather than a warning
 */
public record TimeMargins(double acToTimeLimit, double timeLimitToTle, long resolutionMillis, boolean strict) {

    /** What the 2025-09 format says by default. */
    public static final TimeMargins DEFAULT = new TimeMargins(2, 1.5, 1_000, true);

    /** What the legacy format says by default; it calls no package wrong whose slow solutions are too fast. */
    public static final TimeMargins LEGACY = new TimeMargins(5, 2, 1_000, false);

    /** What the jury's solutions are measured with before there is a limit. */
    public static final long GENEROUS_MILLIS = 60_000;

    /** The limit of a problem of which nothing can be measured. */
    public static final long UNMEASURED_MILLIS = 2_000;

    /** The least limit for a slowest solution. */
    long lower(long slowestMillis) {
        return (long) Math.ceil(acToTimeLimit * slowestMillis);
    }

    /** The greatest limit for a fastest solution that has to be too slow. */
    long upper(long fastestMillis) {
        return (long) (fastestMillis / timeLimitToTle);
    }

    /** How long a solution has to take to be too slow for a limit. */
    public long tooSlow(long limitMillis) {
        return (long) Math.ceil(timeLimitToTle * limitMillis);
    }

    /** The smallest multiple of the resolution that is long enough for a slowest solution. */
    public long limit(long slowestMillis) {
        return Math.max(1, Math.ceilDiv(lower(slowestMillis), resolutionMillis)) * resolutionMillis;
    }
}
