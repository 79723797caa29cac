package dev.haetae.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the server reports by status alone, such as a path that the firewall refused. */
@Controller
class ServerErrors implements ErrorController {

    private final ErrorWriter writer;

    ServerErrors(ErrorWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ErrorType type = ErrorType.of(status instanceof Integer code ? code : 404);
        writer.write(response, ErrorAnswer.of(type, type.title()));
    }
}
