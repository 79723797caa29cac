package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.web.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Notes where changes start: from the version that {@code ?version=} or {@code If-Match} names, else from the present one. */
@Component
class EditStarts implements HandlerMethodArgumentResolver {

    static final String VERSION = "version";
    static final String SLUG = "slug";

    /** A bare version, or the tags of a problem as editors and as students read it. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(?:[0-9a-f-]{36}-)?([0-9]{1,9})(?:-[^\"]*)?\"");

    private final ProblemStore store;

    EditStarts(ProblemStore store) {
        this.store = store;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == EditStart.class;
    }

    @Override
    public EditStart resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest call = requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        EditStart present = at(slug(call), null);
        // Only now: to ask for a parameter may read the body.
        return present.orNamed(matched(call.getHeader(HttpHeaders.IF_MATCH)))
                .orNamed(number(call.getParameter(VERSION)));
    }

    /** A start from what is there now, unless a version is named. */
    EditStart at(String slug, @Nullable Integer named) {
        return new EditStart(slug, named, slug.isEmpty() ? 0 : store.version(slug));
    }

    /** The slug in the path, else in the query. */
    private static String slug(HttpServletRequest call) {
        if (call.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(SLUG) instanceof String slug) {
            return slug;
        }
        String slug = UriComponentsBuilder.newInstance()
                .query(call.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(SLUG);
        return slug != null && ProblemEditRules.isSlug(slug) ? slug : "";
    }

    private static @Nullable Integer matched(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw RefusedException.invalid(HttpHeaders.IF_MATCH, "must be one entity tag of the problem, or *");
        }
        return Integer.valueOf(matcher.group(1));
    }

    private static @Nullable Integer number(@Nullable String version) {
        if (version == null || version.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(version);
        } catch (NumberFormatException e) {
            throw RefusedException.invalid(VERSION, "must be a number");
        }
    }
}
