package dev.haetae.api.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rule for a new account's name; it goes into paths, so it needs no escaping. */
@NotNull
@Pattern(regexp = Username.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Username {

    String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    String message() default
            "must be 1 to 64 letters a-z, digits, dots, underscores and hyphens, beginning with a letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
