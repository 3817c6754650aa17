package org.subhasta.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.signing.log.Hash;

/**
 * A leaf with everything that hangs on it, compared byte by byte with what its columns say it must
 * be. Nothing is parsed: canonical JSON has one form, so the expected bytes are simply written.
 *
 * @param index   -1 where the leaf has no place in the tree
 * @param subject null where the leaf has no entry; then all that follows is empty too
 * @param salt    of a concealed header, or null
 * @param payload or null, as {@code payloadSalt}
 */
record CheckedRow(long id, long index, byte[] content, byte[] hash, String subject, long sequence,
        String act, String actor, Instant at, byte[] header, byte[] salt, byte[] payload,
        byte[] payloadSalt, boolean erased) {

    /** The columns, in the order of the record. */
    static final String SELECT = """
            SELECT l.id, coalesce(p.index, -1), l.content, l.hash, e.subject, e.sequence, e.act,
                   e.actor, e.at, e.header, c.salt, y.content, y.salt, r.leaf IS NOT NULL
            FROM journal.leaf l
            LEFT JOIN journal.position p ON p.leaf = l.id
            LEFT JOIN journal.entry e ON e.leaf = l.id
            LEFT JOIN journal.concealment c ON c.leaf = l.id
            LEFT JOIN journal.payload y ON y.leaf = l.id
            LEFT JOIN journal.erasure x ON x.leaf = l.id
            LEFT JOIN journal.entry r ON r.leaf = x.recorded AND r.act = 'payload-erased'
            """;

    private static final Pattern PAYLOAD = Pattern.compile("\"payload\":\"([0-9a-f]{64})\"");
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([0-9A-Za-z/-]+)\"");

    static CheckedRow of(ResultSet row) throws SQLException {
        return new CheckedRow(row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4),
                row.getString(5), row.getLong(6), row.getString(7), row.getString(8),
                Rows.instant(row, 9), row.getBytes(10), row.getBytes(11), row.getBytes(12),
                row.getBytes(13), row.getBoolean(14));
    }

    Hash leafHash() {
        return Hash.ofLeaf(content);
    }

    /** The first thing that is wrong with it, in the order of the codes. */
    Optional<MismatchCode> wrong() {
        if (!Arrays.equals(leafHash().bytes(), hash)) {
            return Optional.of(MismatchCode.LEAF_CHANGED);
        }
        if (subject == null) {
            return Optional.of(MismatchCode.ENTRY_MISSING);
        }
        String commitment = payload == null
                ? found(PAYLOAD, header).orElse("") : Leaf.commitment(payloadSalt, payload);
        if (!Arrays.equals(expectedLeaf(), content)
                || !Arrays.equals(expectedHeader(found(PAYLOAD, header).orElse("")), header)) {
            return Optional.of(MismatchCode.HEADER_CHANGED);
        }
        if (!Arrays.equals(expectedHeader(commitment), header)) {
            return Optional.of(MismatchCode.PAYLOAD_CHANGED);
        }
        return payload == null && !erased
                ? Optional.of(MismatchCode.PAYLOAD_MISSING) : Optional.empty();
    }

    /** Whose acts it touches: by its column, its header and its leaf, which may disagree. */
    Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        if (subject != null) {
            subjects.add(subject);
            found(SUBJECT, header).ifPresent(subjects::add);
        }
        found(SUBJECT, content).ifPresent(subjects::add);
        return subjects;
    }

    /** What is wrong with it, once for each subject it touches. */
    List<Mismatch> mismatches() {
        List<Mismatch> all = new ArrayList<>();
        wrong().ifPresent(code -> all.addAll(as(code)));
        return all;
    }

    List<Mismatch> as(MismatchCode code) {
        Set<String> subjects = subjects();
        return subjects.isEmpty()
                ? List.of(new Mismatch(code, Optional.empty(), OptionalLong.of(id)))
                : subjects.stream().map(touched -> new Mismatch(
                        code, Optional.of(touched), OptionalLong.of(id))).toList();
    }

    private byte[] expectedLeaf() {
        String header = new String(this.header, StandardCharsets.UTF_8);
        String leaf = salt == null
                ? "{\"at\":\"" + at + "\",\"format\":\"" + Leaf.FORMAT + "\",\"header\":" + header + "}"
                : "{\"at\":\"" + at + "\",\"concealed\":\"" + Leaf.commitment(salt, this.header)
                        + "\",\"format\":\"" + Leaf.FORMAT + "\"}";
        return leaf.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] expectedHeader(String commitment) {
        return ("{\"act\":\"" + act + "\",\"actor\":\"" + actor + "\",\"payload\":\"" + commitment
                + "\",\"sequence\":" + sequence + ",\"subject\":\"" + subject + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> found(Pattern pattern, byte[] in) {
        Matcher match = pattern.matcher(new String(in, StandardCharsets.UTF_8));
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
