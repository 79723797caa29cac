package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemEdit.LimitsEdit;
import dev.haetae.api.problem.ProblemEdit.StatementEdit;
import dev.haetae.api.problem.ProblemSettings.Factors;
import dev.haetae.api.web.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules for the fields of a {@link ProblemEdit} that can be told without looking at the problem. */
@Component
class ProblemEditRules {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Z]{2})?");
    private static final Set<String> MARKUPS = Set.of("MARKDOWN", "TEX", "PDF");
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_LISTED = 32;
    private static final int LONGEST_TAG = 64;
    private static final int LARGEST_STATEMENT = 1 << 20;
    private static final double LARGEST_FACTOR = 100;

    private final OfferedLanguages languages;

    ProblemEditRules(OfferedLanguages languages) {
        this.languages = languages;
    }

    static boolean isSlug(String slug) {
        return SLUG.matcher(slug).matches();
    }

    /**
     * Checks a new problem.
     *
     * @throws RefusedException naming every field that breaks a rule
     */
    void requireNew(ProblemEdit edit) {
        Violations broken = new Violations();
        String slug = edit.slug();
        broken.require(slug != null && isSlug(slug), "slug", "must be 1 to 64 lower-case letters, digits and hyphens");
        broken.require(edit.title() != null, "title", "must not be missing");
        check(edit, broken);
        broken.refuse();
    }

    /**
     * Checks a change of a problem.
     *
     * @throws RefusedException naming every field that breaks a rule
     */
    void requireChange(ProblemEdit edit, EditStart start) {
        Violations broken = new Violations();
        broken.require(
                edit.version() != null || start.named() != null,
                "version",
                "must not be missing: it is what the change starts from");
        broken.require(
                edit.slug() == null || start.slug().equals(edit.slug()),
                "slug",
                "cannot be changed: links and submissions name the problem by it");
        check(edit, broken);
        broken.refuse();
    }

    private void check(ProblemEdit edit, Violations broken) {
        String title = edit.title();
        broken.require(
                title == null || (!title.isBlank() && title.length() <= LONGEST_TITLE),
                "title",
                "must be 1 to " + LONGEST_TITLE + " characters");
        broken.require(
                edit.visibility() == null || Visibility.of(edit.visibility()) != null,
                "visibility",
                "must be PUBLIC or HIDDEN");
        int difficulty = edit.difficulty() == null ? 1 : edit.difficulty().orElse(1);
        broken.require(difficulty >= 1 && difficulty <= 5, "difficulty", "must be 1 to 5, or null");
        broken.require(
                edit.feedbackPolicy() == null || FeedbackPolicy.of(edit.feedbackPolicy()) != null,
                "feedbackPolicy",
                "must be NONE, VERDICT, FIRST_FAILURE, GROUPS or TESTS");
        checkTags(edit.tags(), broken);
        checkStatements(edit.statements(), broken);
        checkLimits(edit.limits() == null ? LimitsEdit.NOTHING : edit.limits(), broken);
        checkLanguages(edit.languages(), broken);
        checkFactors(edit.languageFactors(), broken);
    }

    private static void checkTags(@Nullable List<@Nullable String> tags, Violations broken) {
        if (tags == null) {
            return;
        }
        broken.require(tags.size() <= MOST_LISTED, "tags", "must be at most " + MOST_LISTED);
        Set<@Nullable String> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i);
            boolean fits = tag != null && !tag.isBlank() && tag.length() <= LONGEST_TAG;
            broken.require(fits, "tags[" + i + "]", "must be 1 to " + LONGEST_TAG + " characters");
            broken.require(seen.add(tag), "tags[" + i + "]", "stands there twice");
        }
    }

    private static void checkStatements(@Nullable List<@Nullable StatementEdit> statements, Violations broken) {
        if (statements == null) {
            return;
        }
        broken.require(statements.size() <= MOST_LISTED, "statements", "must be at most " + MOST_LISTED);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            StatementEdit statement = statements.get(i);
            String field = "statements[" + i + "]";
            if (statement == null) {
                broken.require(false, field, "must not be null");
            } else {
                checkStatement(statement, field, seen, broken);
            }
        }
    }

    private static void checkStatement(StatementEdit statement, String field, Set<String> seen, Violations broken) {
        String language = statement.language();
        boolean named = language != null && LANGUAGE.matcher(language).matches();
        broken.require(named, field + ".language", "must be an ISO 639 code such as en or pt-BR");
        String markup = statement.markup() == null ? "MARKDOWN" : statement.markup();
        broken.require(MARKUPS.contains(markup), field + ".markup", "must be MARKDOWN, TEX or PDF");
        broken.require(seen.add(language + " " + markup), field, "stands there twice");
        String source = statement.source();
        if (markup.equals("PDF")) {
            broken.require(source == null, field + ".source", "must be absent: a PDF is only kept");
            return;
        }
        boolean fits = source != null && source.getBytes(StandardCharsets.UTF_8).length <= LARGEST_STATEMENT;
        broken.require(fits, field + ".source", "must be a text of at most " + LARGEST_STATEMENT + " bytes");
    }

    private static void checkLimits(LimitsEdit limits, Violations broken) {
        broken.requireWithin(limits.timeMillis(), LanguageLimits.MOST_TIME_MILLIS, "limits.timeMillis");
        broken.requireWithin(limits.memoryBytes(), LanguageLimits.MOST_MEMORY_BYTES, "limits.memoryBytes");
        broken.requireWithin(limits.outputBytes(), 1L << 30, "limits.outputBytes");
        broken.requireWithin(limits.codeBytes(), 1L << 20, "limits.codeBytes");
        broken.requireWithin(limits.compileTimeMillis(), 600_000, "limits.compileTimeMillis");
        broken.requireWithin(
                limits.compileMemoryBytes(), LanguageLimits.MOST_MEMORY_BYTES, "limits.compileMemoryBytes");
    }

    private void checkLanguages(@Nullable List<@Nullable String> ids, Violations broken) {
        if (ids == null) {
            return;
        }
        Set<@Nullable String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            checkLanguage(ids.get(i), "languages[" + i + "]", broken);
            broken.require(seen.add(ids.get(i)), "languages[" + i + "]", "stands there twice");
        }
    }

    private void checkFactors(@Nullable Map<String, @Nullable Factors> factors, Violations broken) {
        if (factors == null) {
            return;
        }
        factors.forEach((id, each) -> {
            String field = "languageFactors." + id;
            checkLanguage(id, field, broken);
            broken.require(each != null, field, "must not be null");
            if (each != null) {
                broken.require(isFactor(each.time()), field + ".time", "must be greater than 0, at most 100");
                broken.require(isFactor(each.memory()), field + ".memory", "must be greater than 0, at most 100");
            }
        });
    }

    private void checkLanguage(@Nullable String id, String field, Violations broken) {
        broken.require(languages.ids().contains(id), field, "must be one of " + String.join(", ", languages.ids()));
    }

    private static boolean isFactor(@Nullable Double factor) {
        return factor == null || (factor > 0 && factor <= LARGEST_FACTOR);
    }
}
