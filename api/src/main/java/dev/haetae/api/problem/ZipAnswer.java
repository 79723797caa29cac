package dev.haetae.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers with the files of a package, as a zip to be saved. */
final class ZipAnswer {

    private ZipAnswer() {}

    static void write(String name, ExportedPackage files, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        files.writeTo(response.getOutputStream());
    }
}
