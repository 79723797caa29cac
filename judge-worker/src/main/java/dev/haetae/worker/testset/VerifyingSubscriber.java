package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes a body into a file and says at its end whether it was the blob that it should be. */
final class VerifyingSubscriber implements BodySubscriber<Boolean> {

    private final BlobRef blob;
    private final FileChannel file;
    private final MessageDigest digest = Sha256.digest();
    private final CompletableFuture<Boolean> isBlob = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long size;

    VerifyingSubscriber(BlobRef blob, Path target) {
        this.blob = blob;
        try {
            this.file = FileChannel.open(
                    target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return isBlob;
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
        subscription = incoming;
        incoming.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                size += buffer.remaining();
                digest.update(buffer.duplicate());
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
            if (size > blob.sizeBytes() && subscription != null) {
                subscription.cancel();
                finish(false);
            }
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
        isBlob.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        finish(Sha256.hex(digest).equals(blob.sha256()));
    }

    private void finish(boolean verified) {
        close();
        isBlob.complete(verified);
    }

    private void close() {
        try {
            file.close();
        } catch (IOException e) {
            isBlob.completeExceptionally(e);
        }
    }
}
