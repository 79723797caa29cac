package dev.haetae.api.problem;

import dev.haetae.common.packages.LimitText;
import dev.haetae.common.packages.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a package's {@code problem.yaml} has been changed by hand since it was imported. Where nothing has, it stays byte for byte. */
record MetadataChanges(Problem problem, ProblemContent content, PackageManifest imported) {

    boolean any() {
        return !content.title().equals(imported.title())
                || !problem.tags().equals(imported.keywords())
                || !content.settings().languages().equals(imported.languages())
                || !content.limits().equals(imported.limits());
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
        if (!content.limits().equals(imported.limits())) {
            Map<String, Object> limits = YamlText.keys(keys.get("limits"));
            Map<String, Object> before = LimitText.of(imported.limits());
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
