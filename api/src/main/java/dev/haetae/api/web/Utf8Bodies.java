package dev.haetae.api.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Lets JSON through in UTF-8 alone. The parser takes some sequences that are none (RFC 3629, section 3: too long, halves of surrogate
 * pairs, beyond U+10FFFF), which would be stored as something else, and guesses UTF-16 and UTF-32 from their NUL bytes.
 */
@RestControllerAdvice
final class Utf8Bodies extends RequestBodyAdviceAdapter {

    private static final int CHARS_AT_A_TIME = 8_192;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        Checked checked = new Checked(message.getHeaders(), message.getBody().readAllBytes());
        if (!checked.isUtf8()) {
            throw new HttpMessageNotReadableException("The body is not JSON in UTF-8.", message);
        }
        return checked;
    }

    /** A body that was read. */
    private record Checked(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        boolean isUtf8() {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(Math.min(bytes.length, CHARS_AT_A_TIME) + 1);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            CoderResult result;
            do {
                out.clear();
                result = decoder.decode(in, out, true);
                if (out.flip().chars().anyMatch(each -> each == 0)) {
                    return false;
                }
            } while (result.isOverflow());
            return !result.isError();
        }
    }
}
