package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Outcomes of ended auctions as texts, packed: judging all acts of a large one again takes seconds,
 * and anybody may ask for it. A few are made at the same time, the latest few are kept.
 */
@ApplicationScoped
class KeptOutcomes {

    private static final int MOST = 16;
    private static final int AT_ONCE = 2;

    private final ComputedOnce<Key, byte[]> kept = new ComputedOnce<>(MOST);
    private final Semaphore makers = new Semaphore(AT_ONCE);

    private record Key(String auction, long acts) {
    }

    /**
     * Writes an auction's outcome.
     *
     * @param acts how many were judged: another number is another outcome
     * @param how  writes it where it is not kept
     */
    void write(String auction, long acts, Consumer<PrintWriter> how, PrintWriter out) {
        byte[] packed = kept.of(new Key(auction, acts), one -> made(how));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an outcome cannot be written", e);
        }
    }

    private byte[] made(Consumer<PrintWriter> how) {
        makers.acquireUninterruptibly();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintWriter writer = new PrintWriter(new OutputStreamWriter(
                new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            how.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            makers.release();
        }
        return bytes.toByteArray();
    }
}
