package dev.haetae.api.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks what there is only while {@code haetae.blobs.store} is {@code s3}: nobody else pays for its client. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "haetae.blobs.store", havingValue = "s3")
@interface KeptInS3 {}
