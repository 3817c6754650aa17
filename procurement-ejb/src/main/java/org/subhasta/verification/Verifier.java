package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.TimeStampVerifier;
import org.subhasta.signing.Validation;

/**
 * Checks files, of whatever kind: what each is, is told from its content and never from its name.
 * No network, no disk, nothing kept. Safe for many threads.
 */
public final class Verifier {

    /** What a file was taken for. */
    public enum Kind {
        RECEIPT, NOTICE, BUNDLE, SIGNATURE, TIME_STAMP, ENVELOPE, PROOF, CHECKPOINT, UNKNOWN
    }

    /** A file, what it was taken for, and what was found. */
    public record Checked(String name, Kind kind, Report report) {
    }

    private final TrustedKeys trusted;
    private final Instant at;

    /**
     * A verifier for somebody who trusts these.
     *
     * @param at the instant that counts for whatever bears no proof of when it was made
     */
    public Verifier(TrustedKeys trusted, Instant at) {
        this.trusted = trusted;
        this.at = at;
    }

    /**
     * Checks files that were named together: a signature finds its document among them, a receipt
     * what it is for.
     *
     * @param files their content by name, in the order in which they are told of
     */
    public List<Checked> check(Map<String, byte[]> files) {
        List<Checked> all = new ArrayList<>();
        boolean signature = files.values().stream()
                .anyMatch(content -> kind(content) == Kind.SIGNATURE);
        boolean stamp = files.values().stream()
                .anyMatch(content -> kind(content) == Kind.TIME_STAMP);
        boolean receipt = files.values().stream()
                .anyMatch(content -> kind(content) == Kind.RECEIPT);
        files.forEach((name, content) -> {
            Kind kind = kind(content);
            // What is there to be signed, stamped or receipted is no file of a kind of its own.
            if (kind != Kind.UNKNOWN || !signature && !stamp && !receipt) {
                all.add(new Checked(name, kind, check(name, content, kind, files)));
            }
        });
        return all;
    }

    private Report check(String name, byte[] content, Kind kind, Map<String, byte[]> files) {
        Report report = new Report();
        Map<String, byte[]> others = new LinkedHashMap<>(files);
        others.remove(name);
        switch (kind) {
            case RECEIPT -> ReceiptCheck.check(content, others, trusted, at, report);
            case NOTICE -> NoticeCheck.check(content, trusted.authorities(), at, report);
            case BUNDLE -> BundleCheck.check(content, trusted, report);
            case ENVELOPE -> EnvelopeCheck.check(content, others, report);
            case PROOF -> new LogCheck(trusted, report).proof(content);
            case CHECKPOINT -> new LogCheck(trusted, report)
                    .note(content, List.copyOf(others.values()));
            case SIGNATURE -> signature(content, others, report);
            case TIME_STAMP ->
                    TimeStampCheck.check(content, others, trusted.authorities(), report);
            case UNKNOWN -> report.add(Found.FILE_NOT_RECOGNISED);
        }
        return report;
    }

    /** The document is the one it fits; where it fits none, the first is told of. */
    private void signature(byte[] signature, Map<String, byte[]> others, Report report) {
        Optional<Map.Entry<String, Validation>> found = Optional.empty();
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            if (isSignature(other.getValue())) {
                continue;
            }
            Validation result = CadesVerifier.verify(other.getValue(), signature,
                    trusted.authorities(), at);
            boolean fits = !result.subIndication().equals(Optional.of(SubIndication.HASH_FAILURE));
            if (found.isEmpty() || fits) {
                found = Optional.of(Map.entry(other.getKey(), result));
            }
            if (fits) {
                break;
            }
        }
        found.ifPresentOrElse(
                result -> report.signature(result.getValue(), "what.document", result.getKey()),
                () -> report.add(Found.SIGNATURE_WITHOUT_DOCUMENT));
    }

    /** DER: a SEQUENCE whose length is written in one to three bytes more. */
    static boolean isSignature(byte[] content) {
        return content.length > 2 && content[0] == 0x30 && (content[1] & 0xff) > 0x80
                && (content[1] & 0xff) < 0x84;
    }

    private static Kind kind(byte[] content) {
        if (Bundle.isZip(content)) {
            return Kind.BUNDLE;
        }
        if (NoticeCheck.isPdf(content)) {
            return Kind.NOTICE;
        }
        if (isSignature(content)) {
            return TimeStampVerifier.isToken(content) ? Kind.TIME_STAMP : Kind.SIGNATURE;
        }
        if (EnvelopeCheck.isEnvelope(content)) {
            return Kind.ENVELOPE;
        }
        if (LogCheck.isProof(content)) {
            return Kind.PROOF;
        }
        if (LogCheck.isNote(content)) {
            return Kind.CHECKPOINT;
        }
        return ReceiptCheck.isJws(content) ? Kind.RECEIPT : Kind.UNKNOWN;
    }
}
