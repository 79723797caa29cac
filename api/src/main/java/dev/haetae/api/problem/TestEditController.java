package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.TestEdits.Changed;
import dev.haetae.api.problem.TestEdits.NewTest;
import dev.haetae.api.problem.TestEdits.Place;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Head;
import dev.haetae.common.TestCase;
import dev.haetae.common.packages.TestArchive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * A problem's tests for those who edit them. Each change makes a version, unless there came another one since it started.
 */
@RestController
@RequestMapping("/api/v1/admin/problems/{slug}")
class TestEditController {

    private static final String NAME_RULE = "must be a path in sample/ or secret/ of letters, digits, '_', '.' and '-'";

    private final TestEdits edits;
    private final EditableProblems reads;
    private final Problems problems;
    private final BlobStore blobs;

    TestEditController(TestEdits edits, EditableProblems reads, Problems problems, BlobStore blobs) {
        this.edits = edits;
        this.reads = reads;
        this.problems = problems;
        this.blobs = blobs;
    }

    /** A test's two files, as text or as Base64 of their bytes. */
    record TestBody(
            @Nullable String input,
            byte @Nullable [] inputBase64,
            @Nullable String answer,
            byte @Nullable [] answerBase64) {

        byte[] inputBytes(Violations broken) {
            return bytes(input, inputBase64, "input", broken);
        }

        byte[] answerBytes(Violations broken) {
            return bytes(answer, answerBase64, "answer", broken);
        }

        private static byte[] bytes(@Nullable String text, byte @Nullable [] base64, String field, Violations broken) {
            broken.require((text == null) != (base64 == null), field, "must be there, or else " + field + "Base64");
            if (text != null) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            return base64 == null ? new byte[0] : base64;
        }
    }

    @Operation(
            summary = "Adds a test, or replaces the one of its name",
            description = "A name in neither sample/ nor secret/ is a secret test's.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version.")
    @ApiResponse(responseCode = "422", description = "The name or a field breaks a rule.")
    @PutMapping(path = "/tests/{*name}", consumes = "application/json")
    Changed put(EditStart start, @PathVariable String name, @RequestBody TestBody body, CurrentUser user) {
        Violations broken = new Violations();
        String test = name(name, broken);
        byte[] input = body.inputBytes(broken);
        byte[] answer = body.answerBytes(broken);
        broken.refuse();
        reads.find(start.slug(), user);
        return edits.put(new Place(start, user), new NewTest(test, blobs.put(input), blobs.put(answer)));
    }

    @PutMapping(path = "/tests/{*name}", consumes = "multipart/form-data")
    Changed putFiles(
            EditStart start,
            @PathVariable String name,
            @RequestPart MultipartFile input,
            @RequestPart MultipartFile answer,
            CurrentUser user)
            throws IOException {
        Violations broken = new Violations();
        String test = name(name, broken);
        broken.refuse();
        reads.find(start.slug(), user);
        return edits.put(new Place(start, user), new NewTest(test, kept(input), kept(answer)));
    }

    private BlobRef kept(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return blobs.put(content);
        }
    }

    @Operation(summary = "Takes a test away")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such test.")
    @ApiResponse(responseCode = "409", description = "The problem was changed since that version.")
    @DeleteMapping("/tests/{*name}")
    Changed remove(EditStart start, @PathVariable String name, CurrentUser user) {
        return edits.remove(new Place(start, user), name(name, new Violations()));
    }

    /** The first 64 KiB of a test's files. */
    record TestHeads(String name, Head input, Head answer) {}

    @Operation(summary = "Shows the beginning of a test's files")
    @GetMapping("/tests/{*name}")
    TestHeads read(@PathVariable String slug, @PathVariable String name, CurrentUser user) {
        String wanted = name(name, new Violations());
        Problem problem = reads.find(slug, user);
        TestCase test = problems.testSet(problem.getId(), problem.version()).tests().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("The problem has no test " + wanted + "."));
        return new TestHeads(
                wanted,
                problems.head(test.input(), SampleTexts.SHOWN_BYTES),
                problems.head(test.answer(), SampleTexts.SHOWN_BYTES));
    }

    /** The path's rest begins with a slash. */
    private static String name(String path, Violations broken) {
        String name = path.substring(1);
        String whole = name.startsWith("sample/") || name.startsWith("secret/") ? name : "secret/" + name;
        broken.require(TestArchive.isTestName(whole), "name", NAME_RULE);
        return whole;
    }
}
