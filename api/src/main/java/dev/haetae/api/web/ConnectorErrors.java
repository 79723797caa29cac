package dev.haetae.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers what the server refuses before any filter sees it, such as a path with U+0000 in it, which it would answer in HTML. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ConnectorErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ErrorWriter writer;

    ConnectorErrors(ErrorWriter writer) {
        this.writer = writer;
    }

    /** The valve that comes last sees an answer first. */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReport(writer)));
    }

    /** Writes the body of an error that has none. */
    private static final class ProblemReport extends ErrorReportValve {

        private final ErrorWriter writer;

        ProblemReport(ErrorWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            ErrorType type = ErrorType.of(status);
            try {
                writer.write(response, ErrorAnswer.of(type, type.title()));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
