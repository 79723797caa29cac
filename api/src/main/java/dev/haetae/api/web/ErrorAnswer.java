package dev.haetae.api.web;

import org.springframework.http.HttpHeaders;

/** An error as it is answered. */
record ErrorAnswer(ErrorBody body, HttpHeaders headers) {

    static ErrorAnswer of(ErrorBody body) {
        return new ErrorAnswer(body, HttpHeaders.EMPTY);
    }

    static ErrorAnswer of(ErrorType type, String detail) {
        return of(ErrorBody.of(type, detail));
    }

    ErrorAnswer with(String header, String value) {
        HttpHeaders added = new HttpHeaders();
        added.addAll(headers);
        added.set(header, value);
        return new ErrorAnswer(body, added);
    }
}
