package org.subhasta.web.bidding;

import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.sealing.Envelope;

/**
 * What an opener's own tool needs, for programs.
 *
 * @param entry     leaf hash of the journal's entry that allows the opening; the act names it
 * @param closing   the proof of it: C2SP tlog-proof
 * @param envelopes of all bids to be opened, each as its canonical JSON
 */
public record TaskAsData(String tender, String part, String opener, String entry, String closing,
        List<String> envelopes) {

    static TaskAsData of(OpeningTask task, LogProof proof) {
        return new TaskAsData(task.box(), task.part().word(), task.opener(), task.entry(),
                proof.toString(), task.envelopes());
    }

    /** As files, which {@code ./subhasta open-share} reads. */
    StreamingOutput zip() {
        return out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "closing.tlog-proof", closing);
                for (String envelope : envelopes) {
                    put(zip, "envelopes/" + id(envelope) + ".json", envelope);
                }
            }
        };
    }

    private static String id(String envelope) {
        return Envelope.read(envelope.getBytes(StandardCharsets.UTF_8)).orThrow()
                .header().id().toString();
    }

    private static void put(ZipOutputStream zip, String name, String text)
            throws java.io.IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
