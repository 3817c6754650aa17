package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.ConsistencyFile;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.LogProblem;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.VerifierKey;

/** Heads of the log, and whether entries are in it (C2SP tlog-checkpoint and tlog-proof). */
final class LogCheck {

    /** In a bundle: one head, and the path of each entry to it. */
    static final String HEAD = "proofs/checkpoint";
    static final String PATHS = "proofs/entries.jsonl";

    private static final byte[] PROOF =
            "c2sp.org/tlog-proof@".getBytes(StandardCharsets.US_ASCII);

    private final TrustedKeys trusted;
    private final Report report;
    private final Map<String, Optional<Checkpoint>> heads = new HashMap<>();

    LogCheck(TrustedKeys trusted, Report report) {
        this.trusted = trusted;
        this.report = report;
    }

    static boolean isProof(byte[] file) {
        return file.length > PROOF.length
                && Arrays.equals(file, 0, PROOF.length, PROOF, 0, PROOF.length);
    }

    /** A text, an empty line, and lines of signatures: nothing else has a line that begins so. */
    static boolean isNote(byte[] file) {
        return file.length <= SignedNote.MAXIMUM_BYTES
                && new String(file, StandardCharsets.UTF_8).contains("\n\n\u2014 ");
    }

    /** The head that a note is, once its signatures are judged; empty where one is wrong. */
    Optional<Checkpoint> head(SignedNote note) {
        return heads.computeIfAbsent(note.toString(), unseen -> judge(note));
    }

    private Optional<Checkpoint> judge(SignedNote note) {
        Checkpoint head;
        try {
            head = Checkpoint.parse(note.text());
        } catch (Malformed e) {
            report.add(Found.FILE_MALFORMED, "checkpoint", e.getMessage());
            return Optional.empty();
        }
        String size = Long.toString(head.size());
        Optional<VerifierKey> key = trusted.logOf(head);
        if (key.isEmpty()) {
            report.add(Found.LOG_NOT_TRUSTED, head.origin(), size, head.root().hex());
            return Optional.of(head);
        }
        Optional<LogProblem> problem = key.get().problem(note);
        if (problem.isPresent() || trusted.isWrongWitness(note)) {
            report.add(Found.HEAD_NOT_SIGNED, head.origin(), size);
            return Optional.empty();
        }
        report.add(Found.HEAD_SIGNED, head.origin(), size, head.root().hex());
        List<String> witnesses = trusted.witnesses(note);
        if (!witnesses.isEmpty()) {
            report.add(Found.HEAD_WITNESSED, String.join(", ", witnesses));
        }
        return Optional.of(head);
    }

    /**
     * The places in the log of a bundle's entries, by their leaves, as far as proofs are there;
     * empty where a proof is wrong.
     */
    Optional<Map<String, Long>> entries(SortedMap<String, byte[]> files, List<JournalPart> parts) {
        Map<String, Json> left = new TreeMap<>();
        for (Json line : Json.lines(files.getOrDefault(PATHS, new byte[0]))) {
            if (left.put(line.text("leaf"), line) != null) {
                report.add(Found.PROOF_OF_NOTHING, line.text("leaf"));
                return Optional.empty();
            }
        }
        if (left.isEmpty() && !files.containsKey(HEAD)) {
            notProved(parts.stream().mapToInt(part -> part.entries().size()).sum());
            return Optional.of(Map.of());
        }
        return bundledHead(files).flatMap(head -> places(head, left, parts));
    }

    private Optional<Checkpoint> bundledHead(SortedMap<String, byte[]> files) {
        byte[] file = files.get(HEAD);
        if (file == null) {
            report.add(Found.FILE_MISSING, HEAD);
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(file);
            // One text for one head, or bytes of it would mean nothing.
            if (Arrays.equals(note.toString().getBytes(StandardCharsets.UTF_8), file)) {
                return head(note);
            }
            report.add(Found.FILE_MALFORMED, HEAD, "");
            return Optional.empty();
        } catch (Malformed e) {
            report.add(Found.FILE_MALFORMED, HEAD, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Map<String, Long>> places(Checkpoint head, Map<String, Json> left,
            List<JournalPart> parts) {
        Map<String, Long> places = new HashMap<>();
        int missing = 0;
        for (JournalPart part : parts) {
            for (JournalEntry entry : part.entries()) {
                Json path = left.remove(entry.leaf());
                if (path == null) {
                    missing++;
                } else if (proves(path, entry.leaf(), head)) {
                    places.put(entry.leaf(), path.integer("index"));
                } else {
                    report.add(Found.PROOF_WRONG, entry.leaf());
                    return Optional.empty();
                }
            }
        }
        if (!left.isEmpty()) {
            report.add(Found.PROOF_OF_NOTHING, left.keySet().iterator().next());
            return Optional.empty();
        }
        if (!places.isEmpty()) {
            report.add(Found.ENTRIES_LOGGED, Integer.toString(places.size()));
        }
        notProved(missing);
        return Optional.of(places);
    }

    private void notProved(int entries) {
        if (entries > 0) {
            report.add(Found.ENTRIES_NOT_LOGGED, Integer.toString(entries));
        }
    }

    private static boolean proves(Json path, String leaf, Checkpoint head) {
        try {
            List<Hash> hashes = new ArrayList<>();
            for (String hash : path.texts("path")) {
                hashes.add(Hash.base64(hash));
            }
            return new InclusionProof(path.integer("index"), head.size(), hashes)
                    .proves(Hash.hex(leaf), head.root());
        } catch (Malformed e) {
            return false;
        }
    }

    /** The head that a proof leads to, from this leaf; empty where something is wrong. */
    Optional<Checkpoint> proof(byte[] file, String leaf) {
        try {
            LogProof proof = LogProof.parse(file);
            Optional<Checkpoint> head = head(proof.note());
            if (head.isEmpty()) {
                return head;
            }
            boolean holds = proof.leafHash().hex().equals(leaf)
                    && new InclusionProof(proof.index(), head.get().size(), proof.path())
                            .proves(proof.leafHash(), head.get().root())
                    // One text for one proof, or bytes of it would mean nothing.
                    && Arrays.equals(proof.bytes(), file);
            if (!holds) {
                report.add(Found.PROOF_WRONG, leaf);
            }
            return holds ? head : Optional.empty();
        } catch (Malformed e) {
            report.add(Found.FILE_MALFORMED, leaf, e.getMessage());
            return Optional.empty();
        }
    }

    /** A proof on its own: says where its entry is. */
    void proof(byte[] file) {
        try {
            String leaf = LogProof.parse(file).leafHash().hex();
            if (proof(file, leaf).isPresent()) {
                report.add(Found.ENTRY_LOGGED, leaf);
            }
        } catch (Malformed e) {
            report.add(Found.FILE_MALFORMED, "", e.getMessage());
        }
    }

    /** A head on its own, or against others of the same log that were named with it. */
    void note(byte[] file, List<byte[]> others) {
        try {
            SignedNote note = SignedNote.parse(file);
            Optional<Checkpoint> head = head(note);
            if (head.isEmpty()) {
                return;
            }
            for (byte[] other : others) {
                if (isNote(other)) {
                    compare(Checkpoint.parse(SignedNote.parse(other).text()), head.get(), others);
                }
            }
        } catch (Malformed e) {
            report.add(Found.FILE_MALFORMED, "", e.getMessage());
        }
    }

    /** Told once of two: at the larger, or at each where they are of one size. */
    private void compare(Checkpoint older, Checkpoint newer, List<byte[]> others) {
        if (older.size() > newer.size()) {
            return;
        }
        String from = Long.toString(older.size());
        String to = Long.toString(newer.size());
        if (!older.origin().equals(newer.origin())) {
            report.add(Found.HEADS_OF_TWO_LOGS, older.origin());
        } else if (older.size() == newer.size()) {
            report.check(older.root().equals(newer.root()),
                    Found.HEADS_CONTINUE, Found.HEADS_FORKED, from, to);
        } else {
            Optional<ConsistencyProof> proof = others.stream()
                    .flatMap(other -> ConsistencyFile.read(other).stream())
                    .filter(p -> p.from() == older.size() && p.to() == newer.size()).findFirst();
            if (proof.isEmpty()) {
                report.add(Found.HEADS_NOT_COMPARED, from, to);
            } else {
                report.check(proof.get().proves(older.root(), newer.root()),
                        Found.HEADS_CONTINUE, Found.HEADS_FORKED, from, to);
            }
        }
    }
}
