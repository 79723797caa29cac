package dev.haetae.common;

import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Says which fields a reader needs: those that cannot be null. So a field that may be null can be added later, and what was written
 * before is still read.
 */
final class NullableMayBeMissing extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (!(member instanceof AnnotatedParameter parameter)) {
            return super.hasRequiredMarker(config, member);
        }
        AnnotatedType[] types = parameter.getOwner().getAnnotated() instanceof java.lang.reflect.Executable creator
                ? creator.getAnnotatedParameterTypes()
                : new AnnotatedType[0];
        return parameter.getIndex() >= types.length || !types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
