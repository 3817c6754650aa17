package org.subhasta.web.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.subhasta.journal.Disclosed;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.LogEntry;
import org.subhasta.journal.LogHead;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.VerifierKey;

/** What programs are told of the log. Hashes are hexadecimal, instants RFC 3339. */
final class LogAsData {

    private LogAsData() {
    }

    /** The newest head. */
    public record Head(String origin, String verifierKey, long size, String root, String at,
            String checkpoint, List<Seen> cosignatures) {

        static Head of(VerifierKey key, LogHead head) {
            return new Head(key.name(), key.toString(), head.size(), head.root().hex(),
                    head.at().toString(), head.note().toString(), head.cosignatures().stream()
                            .map(seen -> new Seen(seen.witness(), seen.seen().toString()))
                            .toList());
        }
    }

    /** Who else has seen a head, and when. */
    public record Seen(String witness, String seen) {
    }

    /** An entry's public header. */
    public record Line(String subject, long sequence, String act, String actor, String at,
            String leaf) {

        static Line of(EntryView entry) {
            return new Line(entry.subject(), entry.sequence(), entry.act(), entry.actor(),
                    entry.at().toString(), entry.leafHash());
        }
    }

    /**
     * A leaf by its hash.
     *
     * @param index   absent before it has its place
     * @param content the leaf's own bytes, canonical JSON
     * @param entry   absent while the act is concealed
     * @param header  the header's bytes where they are public, in base 64, with the salt that ties
     *                them to the leaf where it was concealed at first
     */
    public record Entry(String leaf, Long index, String at, String content, Line entry,
            String header, String salt) {

        static Entry of(LogEntry found, Disclosed disclosed) {
            return new Entry(found.hash().hex(),
                    found.index().isPresent() ? found.index().getAsLong() : null,
                    found.at().toString(),
                    new String(found.leaf(), StandardCharsets.UTF_8),
                    found.header().map(Line::of).orElse(null),
                    disclosed == null ? null : base64(disclosed.header()),
                    disclosed == null ? null
                            : disclosed.salt().map(LogAsData::base64).orElse(null));
        }
    }

    /** That a leaf is in the tree of a size. */
    public record Inclusion(String leaf, long index, long size, List<String> path) {

        static Inclusion of(Hash leaf, InclusionProof proof) {
            return new Inclusion(leaf.hex(), proof.index(), proof.size(),
                    proof.path().stream().map(Hash::hex).toList());
        }
    }

    /** That the tree of the later size continues that of the earlier. */
    public record Consistency(long from, long to, List<String> path) {

        static Consistency of(ConsistencyProof proof) {
            return new Consistency(proof.from(), proof.to(),
                    proof.path().stream().map(Hash::hex).toList());
        }
    }

    /** A co-signature that was taken, by the instant it carries. */
    public record Taken(String seen) {
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
