package org.subhasta.web.bidding;

import jakarta.servlet.http.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.subhasta.bidding.AnnouncedBid;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.web.api.BoundedStream;

/**
 * A sealed bid that its bidder kept: the files that {@code ./subhasta seal} writes, as they are or
 * packed as {@code signing.js} packs them. Whatever else is among them is left alone.
 */
final class KeptBid implements AutoCloseable {

    private static final Pattern TEXT = Pattern.compile("(bid|technical|price)-[0-9]{1,2}");

    /** Of an archive when it is unpacked: the texts, and room for what belongs to them. */
    static final long MOST_BYTES = SealedBid.MAXIMUM_BYTES_TOGETHER + 1024 * 1024;

    /** Texts, envelope, signature, and what else the command line tool writes beside them. */
    private static final int MOST_FILES = SealedBid.MOST_TEXTS + 10;

    private final Spools spools = new Spools();
    private final List<Submission.Enclosure> texts = new ArrayList<>();
    private byte[] envelope;
    private byte[] signature;
    private Refusal flaw;

    private KeptBid() {
    }

    /** Reads what was chosen; what is wrong with it is told by {@link #flaw}. */
    static KeptBid read(List<Part> files) throws IOException {
        KeptBid kept = new KeptBid();
        List<Part> chosen = files == null ? List.of() : files.stream()
                .filter(file -> file.getSubmittedFileName() != null
                        && !file.getSubmittedFileName().isEmpty()).toList();
        if (chosen.isEmpty()) {
            kept.flaw = Refusal.at("kept", KeptRefusal.KEPT_NOTHING);
            return kept;
        }
        long archives = chosen.stream().filter(KeptBid::isArchive).count();
        if (archives > 1 || chosen.size() > MOST_FILES) {
            // A bid is in one archive; each more would be unpacked up to the bound.
            kept.flaw = Refusal.at("kept", KeptRefusal.KEPT_UNREADABLE);
            return kept;
        }
        try {
            for (Part file : chosen) {
                kept.add(file);
            }
        } catch (BoundedStream.TooLarge tooLarge) {
            kept.flaw = Refusal.at("kept", BiddingRefusal.TEXTS_TOO_LARGE,
                    Long.toString(SealedBid.MAXIMUM_BYTES_TOGETHER >> 20));
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            // In this order: not an archive at all, not whole, a name that is no text.
            kept.flaw = Refusal.at("kept", KeptRefusal.KEPT_UNREADABLE);
        } catch (IOException | RuntimeException failed) {
            kept.close();
            throw failed;
        }
        return kept;
    }

    /** Why it is not the bid that was announced; empty where it is. */
    Optional<Refusal> flaw(AnnouncedBid announced) {
        if (flaw != null) {
            return Optional.of(flaw);
        }
        if (envelope == null || signature == null) {
            return Optional.of(Refusal.at("kept", KeptRefusal.KEPT_UNREADABLE));
        }
        return Sha256.hex(envelope).equals(announced.envelope()) ? Optional.empty()
                : Optional.of(Refusal.at("kept", KeptRefusal.KEPT_NOT_ANNOUNCED,
                        announced.bid().toString()));
    }

    /** What to hand in, once there is no {@link #flaw}; as long as this is open. */
    Submission submission(String box) {
        return new Submission(box, envelope, signature, texts);
    }

    private static boolean isArchive(Part file) {
        return file.getSubmittedFileName().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private void add(Part file) throws IOException {
        if (!isArchive(file)) {
            try (InputStream content = file.getInputStream()) {
                add(file.getSubmittedFileName(), content);
            }
            return;
        }
        try (ZipInputStream archive = new ZipInputStream(file.getInputStream())) {
            InputStream content = new BoundedStream(archive, MOST_BYTES);
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                add(entry.getName(), content);
                // Read to its end here: going on to the next would do it without a bound.
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void add(String path, InputStream content) throws IOException {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.equals("envelope.json")) {
            envelope = content.readNBytes(Envelope.MAXIMUM_BYTES + 1);
        } else if (name.equals("envelope.p7s")) {
            signature = content.readNBytes(SealedBid.MAXIMUM_SIGNATURE_BYTES + 1);
        } else if (TEXT.matcher(name).matches() && texts.size() <= SealedBid.MOST_TEXTS) {
            texts.add(spools.keep(name, content));
        }
    }

    @Override
    public void close() throws IOException {
        spools.close();
    }
}
