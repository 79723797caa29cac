package dev.haetae.api.problem;

import dev.haetae.common.Limits;
import dev.haetae.common.packages.LimitText;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.TimeLimitSource;
import dev.haetae.common.packages.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a package's {@code problem.yaml} has been changed by hand since it was imported. Where nothing has, it stays byte for byte. */
record MetadataChanges(Problem problem, ProblemContent content, PackageManifest imported) {

    /** Its key in the format 2025-09. */
    static final String EMBARGO = "embargo_until";

    boolean any() {
        return !content.title().equals(imported.title())
                || !problem.tags().equals(imported.keywords())
                || !content.settings().languages().equals(imported.languages())
                || !content.limits().equals(limitsBefore())
                || embargoChanged();
    }

    /** A limit that is measured is not stated, whatever it has come to. */
    private Limits limitsBefore() {
        return content.timeLimitSource() == TimeLimitSource.DERIVED
                ? imported.limits().withTimeMillis(content.limits().timeMillis())
                : imported.limits();
    }

    private boolean embargoChanged() {
        return content.format() == PackageFormat.ICPC_2025_09
                && !Objects.equals(problem.embargoUntil(), imported.embargoUntil());
    }

    /** The text with the changes, its other keys as they were; comments are lost. */
    String in(String yaml) {
        Map<String, Object> keys = YamlText.read(yaml);
        if (!content.title().equals(imported.title())) {
            keys.put("name", title(keys.get("name")));
        }
        if (!problem.tags().equals(imported.keywords())) {
            keys.put("keywords", new ArrayList<>(problem.tags()));
        }
        List<String> languages = content.settings().languages();
        if (!languages.equals(imported.languages())) {
            keys.put("languages", languages.isEmpty() ? "all" : new ArrayList<>(languages));
        }
        if (embargoChanged()) {
            keys.remove(EMBARGO);
            if (problem.embargoUntil() != null) {
                keys.put(EMBARGO, problem.embargoUntil().toString());
            }
        }
        if (!content.limits().equals(limitsBefore())) {
            Map<String, Object> limits = YamlText.keys(keys.get("limits"));
            Map<String, Object> before = LimitText.of(limitsBefore());
            LimitText.of(content.limits()).forEach((key, value) -> {
                if (!value.equals(before.get(key))) {
                    limits.put(key, value);
                }
            });
            keys.put("limits", limits);
        }
        return YamlText.write(keys);
    }

    /** A title in several languages: the one that is shown is changed. */
    private Object title(@Nullable Object before) {
        Map<String, Object> names = YamlText.keys(before);
        if (names.isEmpty()) {
            return content.title();
        }
        names.put(names.containsKey("en") ? "en" : names.keySet().iterator().next(), content.title());
        return names;
    }
}
