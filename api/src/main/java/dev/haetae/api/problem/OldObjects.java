package dev.haetae.api.problem;

import dev.haetae.api.web.OutageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Takes old blobs out of a bucket. What was written long ago may have been kept again since, which only its row says; an object cannot be
 * taken aside, so its row is locked while it is removed.
 */
class OldObjects implements OldBlobs {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}/([0-9a-f]{64})");

    private final S3Client s3;
    private final S3Settings settings;
    private final KeptBlobs kept;

    OldObjects(S3Client s3, S3Settings settings, KeptBlobs kept) {
        this.s3 = s3;
        this.settings = settings;
        this.kept = kept;
    }

    @Override
    public List<String> before(Instant time) {
        List<String> old = new ArrayList<>();
        Set<String> young = kept.keptSince(time);
        try {
            for (S3Object object : s3.listObjectsV2Paginator(list -> list.bucket(settings.bucket()))
                    .contents()) {
                Matcher name = NAME.matcher(object.key());
                if (name.matches() && object.lastModified().isBefore(time) && !young.contains(name.group(1))) {
                    old.add(name.group(1));
                }
            }
            return old;
        } catch (SdkException e) {
            throw failure("listed", e);
        }
    }

    @Override
    public boolean removeUnlessYoung(String sha256, Instant time) {
        return kept.removeUnlessKeptSince(sha256, time, () -> remove(sha256));
    }

    private void remove(String sha256) {
        try {
            s3.deleteObject(object -> object.bucket(settings.bucket()).key(S3BlobStore.key(sha256)));
        } catch (SdkException e) {
            throw failure("removed", e);
        }
    }

    private OutageException failure(String what, SdkException cause) {
        return new OutageException("Blobs could not be " + what + " in the bucket " + settings.bucket(), cause);
    }
}
