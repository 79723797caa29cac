package dev.haetae.api.problem;

import dev.haetae.api.web.OutageException;
import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Blobs as objects of a bucket: {@code ab/abcdef…}, as {@link DirectoryBlobStore} names files, so that a directory can be copied into a
 * bucket. A blob's name is known when its last byte is, so it waits in a file until then.
 */
class S3BlobStore implements BlobStore {

    private final S3Client s3;
    private final S3Presigner presigner;
    private final S3Settings settings;
    private final KeptBlobs kept;

    S3BlobStore(S3Client s3, S3Presigner presigner, S3Settings settings, KeptBlobs kept) {
        this.s3 = s3;
        this.presigner = presigner;
        this.settings = settings;
        this.kept = kept;
    }

    /** Where a blob is, or would be. */
    static String key(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256;
    }

    @Override
    public BlobRef put(InputStream content) throws IOException {
        Path waiting = Files.createTempFile("haetae-blob", null);
        try {
            BlobRef blob = write(content, waiting);
            // Before the look: whoever removes old blobs has now either removed this one or will let it be.
            kept.renew(blob.sha256());
            if (!isWhole(blob)) {
                upload(blob, waiting);
            }
            return blob;
        } catch (SdkException e) {
            throw new OutageException("A blob could not be kept in the bucket " + settings.bucket(), e);
        } finally {
            Files.deleteIfExists(waiting);
        }
    }

    private static BlobRef write(InputStream content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return HashedCopy.copy(content, out);
        }
    }

    private boolean isWhole(BlobRef blob) {
        return size(blob.sha256()).filter(size -> size == blob.sizeBytes()).isPresent();
    }

    /** A store refuses what does not have this hash when it comes. */
    private void upload(BlobRef blob, Path file) {
        String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(blob.sha256()));
        s3.putObject(
                object -> object.bucket(settings.bucket())
                        .key(key(blob.sha256()))
                        .contentLength(blob.sizeBytes())
                        .checksumSHA256(hash),
                RequestBody.fromFile(file));
    }

    @Override
    public Resource get(BlobRef blob) {
        return new BucketBlob(s3, settings.bucket(), blob);
    }

    @Override
    public Optional<Resource> find(String sha256) {
        try {
            return size(sha256).map(size -> get(new BlobRef(sha256, size)));
        } catch (SdkException e) {
            throw new OutageException("The blob " + sha256 + " could not be looked for in " + settings.bucket(), e);
        }
    }

    private Optional<Long> size(String sha256) {
        try {
            HeadObjectResponse found =
                    s3.headObject(object -> object.bucket(settings.bucket()).key(key(sha256)));
            return Optional.of(found.contentLength());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<URI> address(String sha256) {
        if (!settings.redirect()) {
            return Optional.empty();
        }
        var signed = presigner.presignGetObject(request -> request.signatureDuration(settings.redirectLifetime())
                .getObjectRequest(object -> object.bucket(settings.bucket()).key(key(sha256))));
        return Optional.of(URI.create(signed.url().toString()));
    }
}
