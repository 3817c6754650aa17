package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Sealer;

/** Signs a bid and seals it to the tender's opening committee; nothing is sent. */
public final class Seal implements Command {

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public String summary() {
        return "signs a bid and seals it to the opening committee";
    }

    @Override
    public String help() {
        return """
                subhasta seal --notice NOTICE.json --keystore KEY.p12 --out FOLDER
                              STATEMENT.json [ATTACHMENT]…
                subhasta seal … --price PRICE.json [--price-attachment FILE]…
                              TECHNICAL.json [ATTACHMENT]…

                Makes a sealed bid in a new FOLDER: envelope.json, its signature envelope.p7s,
                and the encrypted texts bid-0, bid-1, …: everything that is handed in. Nothing is
                sent, and no key to it is kept: only the opening committee can open it. On a slow
                line hand in announcement.json and announcement.p7s first: where the tender has a
                grace, everything else may then arrive within it after the deadline.

                STATEMENT.json says what you offer, for example
                  {"bidder":"0123456789ab","currency":"EUR","prices":"net",
                   "lots":[{"lot":"0123456789ab","price":"1200.50"}]}
                and "kind":"replace" or "withdraw" with "replaces":ID for a bid that stands. What
                follows from the notice, the files and the moment is filled in. Where the tender
                asks for two envelopes, prices stand in PRICE.json alone.

                """ + KeyOptions.HELP + """
                  --notice FILE        the tender's published notice: names tender and committee
                  --out FOLDER         where the sealed bid goes
                  --price FILE         the statement of the price envelope
                  --price-attachment FILE
                                       a file for the price envelope; may be repeated
                  --trust FILE|DIR     the authorities you trust for the openers' certificates;
                                       without it they are shown and not checked
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(KeyOptions.OPTIONS);
        options.addAll(Set.of("--notice", "--out", "--price", "--price-attachment", "--trust"));
        return options;
    }

    @Override
    public Set<String> repeatable() {
        return Set.of("--price-attachment");
    }

    /** A part before it is sealed. */
    private record Draft(PartName name, StatementFile statement, List<Path> files) {
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        BoxNotice notice = SealingFiles.notice(arguments);
        List<Draft> drafts = drafts(arguments);
        Exit trusted = openers(arguments, terminal, notice.committee());
        if (trusted != Exit.HOLDS) {
            return trusted;
        }
        Instant now = terminal.clock().instant();
        Envelope.Header header = drafts.getFirst().statement().header(notice, now);
        Path folder = SealingFiles.emptyFolder(arguments);
        SigningKey key = KeyOptions.open(arguments, terminal);
        List<Envelope.Part> parts = new ArrayList<>();
        if (header.kind() != Envelope.Kind.WITHDRAW) {
            for (Draft draft : drafts) {
                parts.add(seal(draft, notice.committee(), header, key, folder));
            }
        }
        Envelope envelope = new Envelope(header, parts);
        SealingFiles.signed(folder, "envelope", envelope.canonicalJson(), key, now);
        if (header.kind() != Envelope.Kind.WITHDRAW) {
            SealingFiles.signed(folder, "announcement", envelope.announcement(now), key, now);
        }
        terminal.out().println("Signed by " + key.certificate().getSubjectX500Principal()
                + " and sealed: bid " + header.id() + " in " + folder);
        return Exit.HOLDS;
    }

    private static List<Draft> drafts(Arguments arguments) throws Usage, IOException {
        List<Path> files = arguments.files();
        if (files.isEmpty()) {
            throw new Usage("Name the statement.");
        }
        List<Path> attachments = files.subList(1, files.size());
        StatementFile first = StatementFile.read(files.getFirst());
        if (!arguments.has("--price")) {
            if (arguments.has("--price-attachment")) {
                throw new Usage("--price-attachment goes with --price.");
            }
            return List.of(new Draft(PartName.BID, first, attachments));
        }
        return List.of(new Draft(PartName.TECHNICAL, first, attachments),
                new Draft(PartName.PRICE,
                        StatementFile.read(Path.of(arguments.required("--price"))),
                        arguments.all("--price-attachment").stream().map(Path::of).toList()));
    }

    /** Tells whom it is sealed to: only who reads that knows who can read the bid. */
    private static Exit openers(Arguments arguments, Terminal terminal, Committee committee)
            throws IOException, GeneralSecurityException {
        terminal.out().println("Any " + committee.threshold() + " of these "
                + committee.openers().size() + " can open it:");
        Trust trust = arguments.trust("--trust");
        Exit exit = Exit.HOLDS;
        for (Opener opener : committee.openers()) {
            String judged = "";
            if (arguments.has("--trust")) {
                Validation validation = trust.check(opener.encryption(),
                        terminal.clock().instant(), KeyUse.ENCRYPTION);
                judged = validation.passed() ? " (trusted)" : " (NOT TRUSTED: "
                        + validation.explanation() + ")";
                exit = validation.passed() ? exit : Exit.NOT_TRUSTED;
            }
            terminal.out().println("  " + opener.id() + ": " + SealingFiles.name(opener)
                    + judged + "\n    certificate's SHA-256 "
                    + Validation.fingerprint(opener.encryption()));
        }
        if (exit != Exit.HOLDS) {
            terminal.out().println("Nothing was sealed.");
        }
        return exit;
    }

    private static Envelope.Part seal(Draft draft, Committee committee, Envelope.Header header,
            SigningKey key, Path folder) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Path file : draft.files()) {
            attachments.add(Attachment.of(file));
        }
        byte[] statement =
                draft.statement().statement(header, draft.name(), attachments, draft.files());
        byte[] signature = CadesSigner.sign(statement, key, header.madeAt());
        return new Sealer(committee).seal(header, draft.name(), statement, signature, attachments,
                index -> Files.newOutputStream(
                        folder.resolve(draft.name().code() + "-" + index)));
    }
}
