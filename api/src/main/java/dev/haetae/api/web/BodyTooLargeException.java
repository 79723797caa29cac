package dev.haetae.api.web;

import java.io.IOException;

/** A body went over its limit while it was being read. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
}
