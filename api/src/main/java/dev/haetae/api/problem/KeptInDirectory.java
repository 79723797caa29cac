package dev.haetae.api.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks what there is while blobs are kept in a directory, as they are unless {@code haetae.blobs.store} says otherwise. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "haetae.blobs.store", havingValue = "directory", matchIfMissing = true)
@interface KeptInDirectory {}
