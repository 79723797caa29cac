package dev.haetae.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Where every failure of a call becomes its answer: those of controllers, those of filters and security, which come through
 * {@link ErrorFilter}, and those that the server itself reports, through {@link ServerErrors}.
 */
@RestControllerAdvice
class Errors {

    private final ErrorTable table;
    private final ErrorWriter writer;

    Errors(ErrorTable table, ErrorWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception failure, HttpServletResponse response) throws IOException {
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            // The client is gone, or has got part of another answer: there is nobody to tell.
            return;
        }
        writer.write(response, table.answer(failure));
    }
}
