package dev.haetae.api.problem;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches controllers, and their documentation, what an {@link EditStart} is. */
@Configuration
class EditSettings implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(EditStart.class);
    }

    private final EditStarts starts;

    EditSettings(EditStarts starts) {
        this.starts = starts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(starts);
    }

    @Bean
    static OperationCustomizer editParameters() {
        return EditSettings::described;
    }

    private static Operation described(Operation operation, HandlerMethod method) {
        boolean isEdit = Stream.of(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == EditStart.class);
        if (isEdit) {
            if (isOfPath(method)) {
                add(operation, new PathParameter().name(EditStarts.SLUG).schema(new StringSchema()));
            }
            add(
                    operation,
                    new QueryParameter()
                            .name(EditStarts.VERSION)
                            .schema(new IntegerSchema())
                            .description(
                                    "The version that the change starts from; without it, that at the call's begin."
                                            + " When the problem has another by then: 409, with its currentVersion."));
            add(
                    operation,
                    new HeaderParameter()
                            .name(HttpHeaders.IF_MATCH)
                            .schema(new StringSchema())
                            .description("The same as an entity tag: that of the problem, or the version in quotes."));
        }
        return operation;
    }

    /** Only an import may name the problem elsewhere. */
    private static boolean isOfPath(HandlerMethod method) {
        return Stream.of(method.getMethod(), method.getBeanType())
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Stream.of(mapping.path()))
                .anyMatch(path -> path.contains("{" + EditStarts.SLUG + "}"));
    }

    /** Methods for the same call with other media types are described together. */
    private static void add(Operation operation, Parameter parameter) {
        boolean isThere = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> parameter.getName().equals(each.getName()));
        if (!isThere) {
            operation.addParametersItem(parameter);
        }
    }
}
