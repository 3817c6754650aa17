package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.VerifierKey;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Closing;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;

/** Releases an opener's shares of all bids of a box, once the box is verified to be closed. */
public final class OpenShare implements Command {

    private static final int LONGEST_KEY = 4096;

    @Override
    public String name() {
        return "open-share";
    }

    @Override
    public String summary() {
        return "opens an opener's shares of all bids, after the closing";
    }

    @Override
    public String help() {
        return """
                subhasta open-share --notice NOTICE.json --closing CLOSING.tlog-proof
                                    --trust LOG.vkey --keystore SIGNING.p12
                                    --share-key SHARES.p12 --out FOLDER ENVELOPE.json…

                Opens your share of every bid and writes them as one signed act into a new FOLDER:
                opening-act.json and opening-act.p7s. Give the envelopes of all bids of the box.
                It refuses to before the deadline by this machine's clock, and without a proof that
                the journal says the box is closed. A share that cannot be opened is written down
                as such: it stops nothing.

                """ + KeyOptions.HELP + SealingFiles.SHARE_KEY_HELP + """
                  --notice FILE        the tender's published notice: deadline and committee
                  --closing FILE       the proof of the closing entry; for the price envelope, of
                                       the signed technical evaluation
                  --trust FILE         the log's verifier key, from where you trust it
                  --part NAME          bid (when not given), technical or price
                  --out FOLDER         where the act goes
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(KeyOptions.OPTIONS);
        options.addAll(SealingFiles.SHARE_KEY);
        options.addAll(Set.of("--notice", "--closing", "--trust", "--part", "--out"));
        return options;
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        PartName part = PartName.of(arguments.option("--part").orElse("bid")).orElseThrow(() ->
                new Usage("--part is bid, technical or price."));
        if (arguments.files().isEmpty() || arguments.files().size() > OpeningAct.MOST_BIDS) {
            throw new Usage("Name the envelopes, 1 to " + OpeningAct.MOST_BIDS + ".");
        }
        BoxNotice notice = SealingFiles.notice(arguments);
        Instant now = terminal.clock().instant();
        Closing closing;
        switch (closing(arguments, notice, part, now)) {
            case Closing.Verified(Closing verified) -> closing = verified;
            case Closing.Refused(Closing.Refusal why, String sentence) -> {
                terminal.err().println("Nothing was opened. " + sentence);
                return Exit.WRONG;
            }
        }
        List<Envelope> envelopes = envelopes(arguments.files(), notice);
        Path folder = SealingFiles.emptyFolder(arguments);
        ShareKey shares = SealingFiles.shareKey(arguments, terminal, notice);
        SigningKey key = KeyOptions.open(arguments, terminal);
        OpeningAct act = new OpeningAct(notice.tender(), part, shares.opener().id(),
                closing.entry(), open(envelopes, shares, part, terminal),
                now.truncatedTo(ChronoUnit.MILLIS));
        SealingFiles.signed(folder, "opening-act", act.canonicalJson(), key, now);
        long opened = act.shares().stream().filter(share -> share.share().isPresent()).count();
        terminal.out().println("Opened " + opened + " of " + act.shares().size()
                + " shares; the signed act is in " + folder);
        return Exit.HOLDS;
    }

    private static Closing.Result closing(Arguments arguments, BoxNotice notice, PartName part,
            Instant now) throws Usage, IOException {
        Path proof = Path.of(arguments.required("--closing"));
        Path key = Path.of(arguments.required("--trust"));
        try {
            if (Files.size(key) > LONGEST_KEY) {
                throw new IOException(key + " is no verifier key: it is too long");
            }
            VerifierKey log = VerifierKey.parse(Files.readString(key));
            if (log.kind() != KeyKind.LOG) {
                throw new IOException(key + " is the key of a witness, not of a log");
            }
            return Closing.verify(
                    LogProof.parse(Arguments.bytes(proof, LogProof.MAXIMUM_BYTES)), log,
                    notice.tender(), part, notice.deadline(), now);
        } catch (Malformed e) {
            throw new IOException("proof or key cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Envelope> envelopes(List<Path> files, BoxNotice notice)
            throws IOException {
        List<Envelope> envelopes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            Envelope envelope = SealingFiles.read(
                    Envelope.read(Arguments.bytes(file, Envelope.MAXIMUM_BYTES)), file);
            if (!envelope.header().tender().equals(notice.tender())) {
                // Its box may still be open: nothing but this keeps its shares back.
                throw new IOException(file + " is a bid for another tender");
            }
            if (!ids.add(envelope.header().id().toString())) {
                throw new IOException(file + " is a bid that was named before");
            }
            envelopes.add(envelope);
        }
        envelopes.sort(Comparator.comparing(envelope -> envelope.header().id().toString()));
        return envelopes;
    }

    private static List<OpeningAct.Released> open(List<Envelope> envelopes, ShareKey key,
            PartName part, Terminal terminal) {
        List<OpeningAct.Released> released = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            Optional<byte[]> share = switch (key.open(envelope, part)) {
                case ShareOpening.Opened(byte[] opened) -> Optional.of(opened);
                case ShareOpening.Refused(ShareOpening.Refusal why) -> {
                    terminal.out().println(
                            "Bid " + envelope.header().id() + ": " + why.sentence());
                    yield Optional.empty();
                }
            };
            released.add(new OpeningAct.Released(envelope.header().id(), share));
        }
        return released;
    }
}
