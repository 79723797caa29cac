package dev.haetae.api.web;

/**
 * One broken rule about one field.
 *
 * @param field its name in the request, a path such as {@code files[0].name} where it is nested
 * @param message a sentence for whoever sent it
 */
public record FieldViolation(String field, String message) {}
