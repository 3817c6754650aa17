package org.subhasta.signing.command;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;

/**
 * What a bidder wrote into a file, and the whole statement made of it: what follows from the
 * notice, the files and the moment is filled in, and what the bidder wrote otherwise is refused.
 */
final class StatementFile {

    private static final int LONGEST = 256 * 1024;

    private final Path file;
    private final Map<String, Object> said;

    private StatementFile(Path file, Map<String, Object> said) {
        this.file = file;
        this.said = said;
    }

    static StatementFile read(Path file) throws IOException {
        byte[] bytes = Arguments.bytes(file, LONGEST);
        try {
            if (bytes.length > LONGEST) {
                throw new IOException(file + " is larger than " + LONGEST + " bytes");
            }
            byte[] canonical = CanonicalJson.canonicalize(bytes);
            return new StatementFile(file, JSONObjectUtils.parse(
                    new String(canonical, StandardCharsets.UTF_8)));
        } catch (CanonicalJson.NotCanonical | ParseException e) {
            throw new IOException(file + " is no JSON object: " + e.getMessage(), e);
        }
    }

    /** The clear part of an envelope with this statement. */
    Envelope.Header header(BoxNotice notice, Instant now) throws IOException {
        Envelope.Kind kind = Envelope.Kind.of(text("kind").orElse("submit")).orElseThrow(() ->
                wrong("kind", "submit, replace or withdraw"));
        Optional<UUID> replaces = uuid("replaces");
        if ((kind == Envelope.Kind.SUBMIT) == replaces.isPresent()) {
            throw wrong("replaces", kind == Envelope.Kind.SUBMIT ? "absent from a new bid"
                    : "the id of the bid that is replaced or withdrawn");
        }
        return new Envelope.Header(uuid("id").orElseGet(UUID::randomUUID), notice.tender(),
                notice.sha256(), text("bidder").orElseThrow(() ->
                        wrong("bidder", "the id of the bidding organisation")),
                notice.committee().fingerprint(), kind, replaces,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The statement of one part, canonical JSON. */
    byte[] statement(Envelope.Header header, PartName part, List<Attachment> attachments,
            List<Path> files) throws IOException {
        Map<String, Object> statement = new LinkedHashMap<>(said);
        fill(statement, "format", "subhasta-bid-1");
        fill(statement, "id", header.id().toString());
        fill(statement, "tender", header.tender());
        fill(statement, "notice", header.notice());
        fill(statement, "bidder", header.bidder());
        fill(statement, "openers", header.openers());
        fill(statement, "kind", header.kind().code());
        if (header.replaces().isPresent()) {
            fill(statement, "replaces", header.replaces().get().toString());
        }
        fill(statement, "part", part.code());
        statement.putIfAbsent("lots", List.of());
        statement.put("madeAt", header.madeAt().toString());
        List<Object> named = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            named.add(Map.of("name", files.get(i).getFileName().toString(),
                    "size", attachments.get(i).size(), "digest", attachments.get(i).digest()));
        }
        statement.put("attachments", named);
        try {
            return CanonicalJson.canonicalize(JSONObjectUtils.toJSONString(statement));
        } catch (CanonicalJson.NotCanonical e) {
            throw new IOException(file + " makes no statement: " + e.getMessage(), e);
        }
    }

    private void fill(Map<String, Object> statement, String member, String value)
            throws IOException {
        Object written = statement.putIfAbsent(member, value);
        if (written != null && !written.equals(value)) {
            throw wrong(member, value + ", or left out");
        }
    }

    private Optional<String> text(String member) throws IOException {
        Object value = said.get(member);
        if (value != null && !(value instanceof String)) {
            throw wrong(member, "a text");
        }
        return Optional.ofNullable((String) value);
    }

    private Optional<UUID> uuid(String member) throws IOException {
        Optional<String> text = text(member);
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw wrong(member, "a UUID");
        }
    }

    private IOException wrong(String member, String instead) {
        return new IOException("in " + file + " the member " + member + " has to be " + instead);
    }
}
