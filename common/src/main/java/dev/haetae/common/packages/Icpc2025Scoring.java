package dev.haetae.common.packages;

import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the tests of a scoring problem make its score in the format 2025-09: {@code max_score}, {@code score_aggregation} and
 * {@code require_pass} of {@code test_group.yaml}. What the format's text forbids is refused.
 */
final class Icpc2025Scoring {

    private static final String FILE = "/test_group.yaml";
    private static final String MAX_SCORE = "max_score";
    private static final String AGGREGATION = "score_aggregation";
    private static final String REQUIRE_PASS = "require_pass";
    private static final String SAMPLE = "sample";
    private static final String SECRET = "secret";
    private static final BigDecimal SECRETS_MOST = BigDecimal.valueOf(100);
    private static final int SHARE_DECIMALS = 15;

    private static final Map<String, Aggregation> AGGREGATIONS =
            Map.of("pass-fail", Aggregation.PASS_FAIL, "sum", Aggregation.SUM, "min", Aggregation.MIN);

    private final PackageTree tree;
    private final boolean hasValidator;
    private final boolean isDraft;
    private final Findings findings;
    private final List<ScoreGroup> groups = new ArrayList<>();

    /** For a package whose outputs are judged by a validator of its own, or not; in this format, or in its draft. */
    Icpc2025Scoring(PackageTree tree, boolean hasValidator, boolean isDraft, Findings findings) {
        this.tree = tree;
        this.hasValidator = hasValidator;
        this.isDraft = isDraft;
        this.findings = findings;
    }

    /** The scoring of these tests; what it returns counts only if nothing was refused. */
    Scoring read(List<PackageTest> tests) throws IOException {
        YamlKeys sample = keys(SAMPLE);
        for (String key : List.of(MAX_SCORE, AGGREGATION, REQUIRE_PASS)) {
            if (sample.has(key)) {
                sample.refuse(key, "is not permitted for samples");
            }
        }
        ScoreGroup secret = group(SECRET, SECRETS_MOST, Aggregation.SUM);
        for (String name : groupNames(tests)) {
            groups.add(group(name, null, Aggregation.PASS_FAIL));
        }
        if (isDraft) {
            shareOut(secret);
        }
        requireSound(secret);
        return new Scoring.Groups(secret, fitting(secret), false);
    }

    /** In the draft groups that say nothing share what the others leave of a bounded sum, or have the bound of a minimum. */
    private void shareOut(ScoreGroup secret) throws IOException {
        BigDecimal left = secret.maxScore();
        int sharing = 0;
        for (ScoreGroup group : groups) {
            boolean shares = !keys(group.name()).has(MAX_SCORE);
            sharing += shares ? 1 : 0;
            left = left == null || shares || group.maxScore() == null ? left : left.subtract(group.maxScore());
        }
        if (left == null || sharing == 0 || secret.aggregation() == Aggregation.PASS_FAIL) {
            return;
        }
        boolean isSum = secret.aggregation() == Aggregation.SUM;
        BigDecimal share = isSum ? share(left, sharing) : secret.maxScore();
        for (int i = 0; i < groups.size(); i++) {
            if (!keys(groups.get(i).name()).has(MAX_SCORE)) {
                groups.set(i, bounded(groups.get(i), share));
            }
        }
    }

    /** Rounded down, so that all together are never more, far behind the decimals that are shown. */
    private BigDecimal share(BigDecimal left, int parts) {
        if (left.signum() < 0) {
            findings.refuse("data/secret", "its groups give more than it has, by " + left.negate());
        }
        return left.divide(BigDecimal.valueOf(parts), SHARE_DECIMALS, RoundingMode.DOWN)
                .stripTrailingZeros();
    }

    private static ScoreGroup bounded(ScoreGroup group, @Nullable BigDecimal most) {
        return new ScoreGroup(group.name(), most, group.aggregation(), group.requirePass(), group.points());
    }

    private Set<String> groupNames(List<PackageTest> tests) {
        Set<String> names = new LinkedHashSet<>();
        tests.stream()
                .map(PackageTest::group)
                .filter(group -> group.startsWith(SECRET + "/"))
                .forEach(names::add);
        if (!names.isEmpty() && tests.stream().anyMatch(test -> test.group().equals(SECRET))) {
            findings.refuse("data/secret", "it has tests and groups of tests, and can have only one or the other");
        }
        for (PackageFile file : tree.below("data/secret")) {
            String folder = PackagePath.folder(file.path());
            String name = folder.substring("data/".length());
            boolean isSettings = file.path().endsWith(FILE) && !Icpc2025Tests.isTestsOwn(file.path());
            if (isSettings && !name.equals(SECRET) && !names.contains(name)) {
                findings.refuse(file.path(), "the group has no test");
            }
        }
        return names;
    }

    /** Where the file is missing or malformed, which others say, there are no keys. */
    private YamlKeys keys(String group) throws IOException {
        String path = "data/" + group + FILE;
        PackageFile file = tree.file(path);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, new Findings());
        return map == null
                ? YamlKeys.none(path, findings)
                : new YamlKeys(path, isDraft ? DraftGroups.modern(map) : map, findings);
    }

    private ScoreGroup group(String name, @Nullable BigDecimal most, Aggregation byDefault) throws IOException {
        YamlKeys keys = keys(name);
        String aggregation = keys.text(AGGREGATION);
        if (aggregation != null && !AGGREGATIONS.containsKey(aggregation)) {
            keys.refuse(AGGREGATION, "has to be pass-fail, sum or min, not " + YamlKeys.shortened(aggregation));
        }
        List<String> required = keys.words(REQUIRE_PASS);
        for (String other : required) {
            requireCanBeRequired(other, name, keys);
        }
        BigDecimal maxScore = maxScore(keys, most);
        Aggregation chosen = aggregation == null ? byDefault : AGGREGATIONS.getOrDefault(aggregation, byDefault);
        return new ScoreGroup(name, maxScore, chosen, required, staticPoints(name, maxScore, chosen, keys));
    }

    /** What static validation gives, which a group without scores of single tests cannot say. */
    private static Map<String, BigDecimal> staticPoints(
            String group, @Nullable BigDecimal maxScore, Aggregation aggregation, YamlKeys keys) {
        String text = keys.text(StaticValidations.SCORE);
        if (text == null) {
            return Map.of();
        }
        boolean isPassFail = text.equals(StaticValidations.PASS_FAIL);
        if (!isPassFail && !text.matches("\\d{1,18}")) {
            keys.refuse(
                    StaticValidations.SCORE,
                    "has to be a whole number, at least 0, or pass-fail, not " + YamlKeys.shortened(text));
        } else if (isPassFail != (aggregation == Aggregation.PASS_FAIL)) {
            keys.refuse(StaticValidations.SCORE, "has to be pass-fail where score_aggregation is, and only there");
        } else if (!isPassFail) {
            BigDecimal points = new BigDecimal(text);
            if (maxScore != null && points.compareTo(maxScore) > 0) {
                keys.refuse(StaticValidations.SCORE, "is more than max_score, " + maxScore);
            }
            return Map.of(StaticValidations.testOf(group), points);
        }
        return Map.of();
    }

    private static @Nullable BigDecimal maxScore(YamlKeys keys, @Nullable BigDecimal byDefault) {
        String text = keys.text(MAX_SCORE);
        if (text == null) {
            return byDefault;
        }
        if (text.matches("\\d{1,18}")) {
            return new BigDecimal(text);
        }
        if (!text.equals("unbounded")) {
            keys.refuse(
                    MAX_SCORE, "has to be a whole number, at least 0, or unbounded, not " + YamlKeys.shortened(text));
        }
        return null;
    }

    private void requireCanBeRequired(String other, String name, YamlKeys keys) {
        if (other.equals(SAMPLE)) {
            return;
        }
        if (name.equals(SECRET)) {
            keys.refuse(REQUIRE_PASS, "of secret can only be sample, not " + YamlKeys.shortened(other));
            return;
        }
        ScoreGroup required = groups.stream()
                .filter(group -> group.name().equals(other))
                .findFirst()
                .orElse(null);
        if (required == null) {
            keys.refuse(REQUIRE_PASS, "names " + YamlKeys.shortened(other) + ", which is no group before this one");
        } else if (required.aggregation() != Aggregation.PASS_FAIL) {
            keys.refuse(REQUIRE_PASS, "names " + other + ", which is not pass-fail");
        }
    }

    private void requireSound(ScoreGroup secret) throws IOException {
        requireBound(secret, secret);
        for (ScoreGroup group : groups) {
            requireBound(group, secret);
            if (secret.aggregation() == Aggregation.PASS_FAIL && group.aggregation() != Aggregation.PASS_FAIL) {
                refuse(group, AGGREGATION, "has to be pass-fail, as that of secret is");
            }
        }
        warnOfTooMuch(secret);
    }

    /** A pass-fail group of a pass-fail secret gives no score of its own, so that a bound says nothing there. */
    private void requireBound(ScoreGroup group, ScoreGroup secret) throws IOException {
        if (group.maxScore() != null) {
            return;
        }
        boolean saysNothing = group != secret && secret.aggregation() == Aggregation.PASS_FAIL;
        if (group.aggregation() == Aggregation.PASS_FAIL && !saysNothing) {
            refuse(group, MAX_SCORE, "has to be a number where score_aggregation is pass-fail");
        } else if (group != secret && secret.maxScore() != null && !saysNothing) {
            refuse(group, MAX_SCORE, "has to be a number, as that of secret is");
        } else if (!hasValidator && !saysNothing && (group != secret || groups.isEmpty())) {
            refuse(group, MAX_SCORE, "cannot be unbounded without an output validator that gives scores");
        }
    }

    private void warnOfTooMuch(ScoreGroup secret) {
        BigDecimal sum = groups.stream()
                .map(ScoreGroup::maxScore)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = secret.maxScore();
        if (most != null && secret.aggregation() == Aggregation.SUM && sum.compareTo(most) > 0) {
            findings.warn(
                    "data/secret",
                    "the groups give up to %s, and secret at most %s: more is a judge error".formatted(sum, most));
        }
    }

    private void refuse(ScoreGroup group, String key, String reason) throws IOException {
        keys(group.name()).refuse(key, reason);
    }

    private List<ScoreGroup> fitting(ScoreGroup secret) {
        return groups.stream()
                .map(group -> group.maxScore() == null && secret.aggregation() == Aggregation.PASS_FAIL
                        ? new ScoreGroup(
                                group.name(), secret.maxScore(), group.aggregation(), group.requirePass(), Map.of())
                        : group)
                .toList();
    }
}
