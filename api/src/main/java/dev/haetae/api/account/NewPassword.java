package dev.haetae.api.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rule for a new password: its length, nothing about its characters. */
@Constraint(validatedBy = NewPassword.Length.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface NewPassword {

    String message() default "must be at least 8 characters and at most 72 bytes in UTF-8";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures. */
    final class Length implements ConstraintValidator<NewPassword, String> {

        private static final int LEAST_CHARACTERS = 8;

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password != null
                    && password.codePointCount(0, password.length()) >= LEAST_CHARACTERS
                    && password.getBytes(StandardCharsets.UTF_8).length <= Passwords.MOST_BYTES;
        }
    }
}
