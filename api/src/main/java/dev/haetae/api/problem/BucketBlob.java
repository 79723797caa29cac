package dev.haetae.api.problem;

import dev.haetae.api.web.OutageException;
import dev.haetae.common.BlobRef;
import java.io.FilterInputStream;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A blob in a bucket, asked for when it is read. */
final class BucketBlob extends AbstractResource {

    private final S3Client s3;
    private final String bucket;
    private final BlobRef blob;

    BucketBlob(S3Client s3, String bucket, BlobRef blob) {
        this.s3 = s3;
        this.bucket = bucket;
        this.blob = blob;
    }

    @Override
    public InputStream getInputStream() {
        try {
            return new Abandonable(s3.getObject(object -> object.bucket(bucket).key(S3BlobStore.key(blob.sha256()))));
        } catch (SdkException e) {
            throw new OutageException(getDescription() + " cannot be read", e);
        }
    }

    @Override
    public long contentLength() {
        return blob.sizeBytes();
    }

    @Override
    public String getDescription() {
        return "the blob " + blob.sha256() + " in the bucket " + bucket;
    }

    /** Where a blob's head is all that is wanted, the rest is not fetched. */
    private static final class Abandonable extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> answer;

        Abandonable(ResponseInputStream<GetObjectResponse> answer) {
            super(answer);
            this.answer = answer;
        }

        @Override
        public void close() {
            answer.abort();
        }
    }
}
