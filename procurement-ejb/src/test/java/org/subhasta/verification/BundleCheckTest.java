package org.subhasta.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.publication.SampleProcedure;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.Trust;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.log.VerifierKey;

@DisplayName("A bundle")
class BundleCheckTest {

    static final TrustedKeys TRUST = new TrustedKeys(
            Trust.of(SampleProcedure.authorities()), List.of(SampleProcedure.LOG.verifier()));

    private final SampleProcedure procedure = new SampleProcedure();

    static Report check(byte[] bundle, TrustedKeys trust) {
        return new Verifier(trust, SampleProcedure.DECIDED).check(Map.of("b", bundle))
                .getFirst().report();
    }

    static String said(Report report) {
        Words words = new Words(Locale.ENGLISH);
        return report.findings().stream().map(finding ->
                        words.of(finding.mark()) + "  " + words.of(finding))
                .collect(Collectors.joining("\n", "", "\n" + words.verdict(report)));
    }

    static void assertWrong(Found expected, byte[] bundle) {
        Report report = check(bundle, TRUST);
        assertEquals(Optional.of(expected), report.firstWrong().map(Finding::found),
                () -> said(report));
        assertEquals(Exit.WRONG, report.exit());
    }

    /** The bundle with a file changed by somebody who knows how a manifest is made. */
    static byte[] with(byte[] bundle, String name, UnaryOperator<byte[]> change) {
        TreeMap<String, byte[]> files = new TreeMap<>(
                ((Bundle.Read) Bundle.read(bundle)).files());
        files.remove("manifest.json");
        byte[] changed = change.apply(files.getOrDefault(name, new byte[0]));
        if (changed == null) {
            files.remove(name);
        } else {
            files.put(name, changed);
        }
        BundleBuilder again = BundleBuilder.ofTender("t3nd3r",
                Optional.of("aw4rd").filter(id -> files.containsKey("award.json")));
        files.forEach(again::file);
        return again.bytes();
    }

    static byte[] with(byte[] bundle, String name, String from, String to) {
        return with(bundle, name, content -> {
            String text = new String(content, UTF_8);
            assertTrue(text.contains(from), text);
            return text.replace(from, to).getBytes(UTF_8);
        });
    }

    @Test
    @DisplayName("of an award holds in all its parts")
    void holds() {
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        List<Found> found = report.findings().stream().map(Finding::found).toList();
        assertTrue(found.containsAll(List.of(Found.BUNDLE_READ, Found.NOTICE_JOURNALED,
                Found.CLOSED_IN_TIME, Found.BIDS_COMPLETE, Found.AWARD_RECOMPUTED,
                Found.AWARD_JOURNALED, Found.PRINTED_AS_DATA, Found.PDF_SAYS_THE_SAME)));
    }

    @Test
    @DisplayName("of a tender still open shows its notice and its own acts, and no bid")
    void tender() {
        procedure.opened = false;
        procedure.awarded = false;
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        assertTrue(report.findings().contains(
                new Finding(Found.BIDS_STILL_CLOSED, List.of())), () -> said(report));
    }

    @Test
    @DisplayName("is put together to the same bytes every time")
    void deterministic() {
        TreeMap<String, byte[]> files = new TreeMap<>(Map.of("a/b.json", new byte[] {1},
                "a.json", new byte[0], "manifest.json", new byte[] {2, 3}));
        assertArrayEquals(Bundle.write(files), Bundle.write(new TreeMap<>(files)));
    }

    @Test
    @DisplayName("is consistent but not trusted where an authority is not, and shows whose it is")
    void notTrusted() {
        byte[] bundle = procedure.bundle();
        List<VerifierKey> log = List.of(SampleProcedure.LOG.verifier());
        for (TrustedKeys trust : List.of(TrustedKeys.none(),
                new TrustedKeys(Trust.of(List.of(SampleProcedure.BIDDERS.certificate())), log),
                new TrustedKeys(Trust.of(List.of(SampleProcedure.BUYERS.certificate())), log),
                new TrustedKeys(TRUST.authorities(), List.of()))) {
            Report report = check(bundle, trust);
            assertEquals(Exit.NOT_TRUSTED, report.exit(), () -> said(report));
            assertTrue(report.firstNotTrusted().orElseThrow().details().stream()
                    .anyMatch(detail -> detail.matches("[0-9a-f]{64}")), () -> said(report));
        }
    }

    @Test
    @DisplayName("whose entries nothing proves to be in the log is consistent, no more")
    void notLogged() {
        procedure.logged = false;
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Exit.NOT_TRUSTED, report.exit(), () -> said(report));
    }

    @Test
    @DisplayName("with a proof of another entry, of another log's head or of nothing is told")
    void proofsTampered() {
        byte[] bundle = procedure.bundle();
        String proofs = "proofs/entries.jsonl";
        List<String> lines = new String(((Bundle.Read) Bundle.read(bundle)).files().get(proofs),
                UTF_8).lines().toList();
        String first = lines.getFirst().replaceFirst(".*\"leaf\":\"([0-9a-f]+)\".*", "$1");
        String second = lines.get(1).replaceFirst(".*\"leaf\":\"([0-9a-f]+)\".*", "$1");
        assertWrong(Found.PROOF_WRONG, with(bundle, proofs, none -> String.join("\n",
                lines.getFirst().replace(first, second), lines.get(1).replace(second, first), "")
                .getBytes(UTF_8)));
        assertWrong(Found.HEAD_NOT_SIGNED, with(bundle, "proofs/checkpoint", head -> {
            byte[] changed = head.clone();
            // Another letter of the signature's base64, whatever stands there.
            changed[changed.length - 9] = (byte) (changed[changed.length - 9] == 'A' ? 'B' : 'A');
            return changed;
        }));
        assertWrong(Found.PROOF_OF_NOTHING, with(bundle, proofs, first, "00".repeat(32)));
        assertWrong(Found.PROOF_OF_NOTHING, with(bundle, proofs, all ->
                (new String(all, UTF_8) + lines.getFirst() + "\n").getBytes(UTF_8)));
        assertWrong(Found.FILE_MISSING, with(bundle, "proofs/checkpoint", none -> null));
    }

    @Test
    @DisplayName("that brings its own authority along is not trusted for that")
    void ownAuthority() {
        CertificateAuthority own = CertificateAuthority.create(
                "Authority of the bidders", SampleProcedure.PUBLISHED);
        byte[] bundle = with(procedure.bundle(), "authorities.pem", none ->
                CertificateAuthority.pem(own.certificate()).getBytes(UTF_8));
        assertEquals(Exit.NOT_TRUSTED, check(bundle, TrustedKeys.none()).exit());
    }

    @Test
    @DisplayName("from which a bid was dropped is told by the journal")
    void droppedBid() {
        procedure.dropped = SampleProcedure.uuid(3);
        assertWrong(Found.BID_MISSING, procedure.bundle());
    }

    @Test
    @DisplayName("to which a bid was added is told by the journal")
    void addedBid() {
        assertWrong(Found.BID_ADDED, with(procedure.bundle(),
                "bids/" + SampleProcedure.uuid(9) + "/envelope.json", none -> new byte[1]));
    }

    @Test
    @DisplayName("with another price in a bid is not the one opened")
    void anotherPrice() {
        assertWrong(Found.OPENED_DIFFERS, with(procedure.bundle(),
                "bids/" + SampleProcedure.uuid(2) + "/bid.json", "100.00", "101.00"));
    }

    @Test
    @DisplayName("whose journal says a bid was signed by somebody else is told by the signature")
    void anotherSigner() {
        procedure.payloads.put("bid-received", json -> Json.createObjectBuilder(json)
                .add("digest", "00".repeat(32)).build());
        assertWrong(Found.BID_DIFFERS, procedure.bundle());
    }

    @Test
    @DisplayName("with a bid after the deadline that was counted is against the rules")
    void lateBid() {
        procedure.closedAt = SampleProcedure.DEADLINE.plusSeconds(9);
        procedure.change(4, bid -> bid.at(SampleProcedure.DEADLINE));
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }

    @Test
    @DisplayName("with a bid for a lot that does not exist is against the rules")
    void unknownLot() {
        procedure.change(4, bid -> bid.prices(Map.of("9", "1.00")));
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }

    @Test
    @DisplayName("whose bids were closed before the deadline is wrong")
    void closedEarly() {
        procedure.closedAt = SampleProcedure.DEADLINE.minusSeconds(1);
        assertWrong(Found.CLOSED_EARLY, procedure.bundle());
    }

    @Test
    @DisplayName("with another winner is told when the award is recomputed")
    void anotherWinner() {
        procedure.award = json -> replaced(json, SampleProcedure.uuid(2), SampleProcedure.uuid(3));
        assertWrong(Found.AWARD_LISTS_OTHERS, procedure.bundle());
        byte[] bundle = new SampleProcedure().bundle();
        assertWrong(Found.AWARD_LISTS_OTHERS, with(bundle, "award.json",
                "\"awardedBid\":\"" + SampleProcedure.uuid(2),
                "\"awardedBid\":\"" + SampleProcedure.uuid(3)));
    }

    private static JsonObject replaced(JsonObject json, String from, String to) {
        try (var reader = Json.createReader(
                new java.io.StringReader(json.toString().replace(from, to)))) {
            return reader.readObject();
        }
    }

    @Test
    @DisplayName("with a rank, a price, a reason, a sum or a time of its own is told")
    void awardTampered() {
        byte[] bundle = procedure.bundle();
        assertWrong(Found.RANKING_DIFFERS,
                with(bundle, "award.json", "\"rank\":2", "\"rank\":3"));
        assertWrong(Found.RANKING_DIFFERS,
                with(bundle, "award.json", "\"110.00\"", "\"111.00\""));
        assertWrong(Found.RANKING_DIFFERS,
                with(bundle, "award.json", "this kind of road", "that kind of road"));
        assertWrong(Found.TOTALS_DIFFER, with(bundle, "award.json",
                "\"total\":{\"amount\":\"170.00\",\"currency\":\"EUR\"},\"lots\":[1",
                "\"total\":{\"amount\":\"180.00\",\"currency\":\"EUR\"},\"lots\":[1"));
        assertWrong(Found.AWARD_NOT_JOURNALED,
                with(bundle, "award.json", "\"prices\":\"net\"", "\"prices\":\"gross\""));
        assertWrong(Found.AWARD_LISTS_OTHERS,
                with(bundle, "award.json", "2027-03-01T11:59:00Z", "2027-03-01T11:58:00Z"));
    }

    @Test
    @DisplayName("where a disqualification is not in the journal was not decided by the rules")
    void disqualificationMissing() {
        procedure.payloads.put("bid-disqualified", json -> Json.createObjectBuilder(json)
                .add("lot", "2").build());
        assertWrong(Found.AWARD_AGAINST_RULES, procedure.bundle());
    }

    @Test
    @DisplayName("with an entry of the journal taken out, moved or changed is told")
    void journalTampered() {
        byte[] bundle = procedure.bundle();
        assertWrong(Found.JOURNAL_GAP, with(bundle, "journal/box.jsonl", lines -> lines(lines,
                all -> all.subList(1, all.size()))));
        assertWrong(Found.JOURNAL_GAP, with(bundle, "journal/box.jsonl", lines -> lines(lines,
                all -> List.of(all.get(0), all.get(2), all.get(1)))));
        assertWrong(Found.HEADER_DIFFERS, with(bundle, "journal/box.jsonl",
                "\\\"actor\\\":\\\"ab12\\\",\\\"payload", "\\\"actor\\\":\\\"ab13\\\",\\\"payload"));
        assertWrong(Found.PAYLOAD_DIFFERS,
                with(bundle, "journal/box.jsonl", "\\\"0rg3\\\"", "\\\"0rg4\\\""));
        assertWrong(Found.ENTRY_MALFORMED, with(bundle, "journal/tender.jsonl", "{\"", "{ \""));
    }

    private static byte[] lines(byte[] content, UnaryOperator<List<String>> change) {
        return change.apply(new String(content, UTF_8).lines().toList()).stream()
                .map(line -> line + "\n").collect(Collectors.joining()).getBytes(UTF_8);
    }

    @Test
    @DisplayName("with another notice of the tender, or another PDF, is told")
    void otherDocuments() {
        byte[] bundle = procedure.bundle();
        assertWrong(Found.NOTICE_NOT_JOURNALED,
                with(bundle, "notice.json", "\"partialBids\":true", "\"partialBids\":false"));
        assertWrong(Found.PDF_NOT_JOURNALED, with(bundle, "notice.pdf",
                pdf -> Arrays.copyOf(pdf, pdf.length + 1)));
        assertWrong(Found.FILE_MISSING, with(bundle, "notice.pdf", pdf -> null));
    }

    private static UnaryOperator<byte[]> stampedAt(byte[] bundle, Instant at) {
        byte[] signature = ((Bundle.Read) Bundle.read(bundle)).files()
                .get("bids/" + SampleProcedure.uuid(2) + "/envelope.p7s");
        TimeStampAuthority authority = new TimeStampAuthority(
                SampleProcedure.BUYERS.issueTimeStamper("Time-stamps", "Platform", "NL",
                        SampleProcedure.PUBLISHED), () -> at);
        return none -> {
            try {
                return SignatureTimeStamp.over(signature, authority).encoded();
            } catch (TimeStampUnavailable e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    @DisplayName("tells by when a bid was there, by the time-stamp beside its signature")
    void timeStamp() {
        String file = "bids/" + SampleProcedure.uuid(2) + "/envelope.tst";
        byte[] bundle = procedure.bundle();
        Instant received = procedure.bids.get(1).at();
        Report report = check(with(bundle, file, stampedAt(bundle, received)), TRUST);
        assertEquals(Optional.empty(), report.firstWrong(), () -> said(report));
        assertTrue(report.findings().stream()
                .anyMatch(one -> one.found() == Found.TIME_STAMPED
                        && one.details().contains(SampleProcedure.uuid(2))), () -> said(report));
        assertWrong(Found.STAMP_LATER, with(bundle, file,
                stampedAt(bundle, received.plusSeconds(3_600))));
        assertWrong(Found.STAMP_MALFORMED, with(bundle, file, none -> new byte[] {1, 2, 3}));
        byte[] other = stampedAt(with(bundle, "bids/" + SampleProcedure.uuid(2) + "/envelope.p7s",
                none -> ((Bundle.Read) Bundle.read(bundle)).files().get(
                        "bids/" + SampleProcedure.uuid(3) + "/envelope.p7s")), received)
                .apply(null);
        assertWrong(Found.SIGNATURE_WRONG, with(bundle, file, none -> other));
    }

    @Test
    @DisplayName("with a bid signed by a key over other bytes is told by the hash")
    void swappedSignature() {
        SigningKey stranger = SampleProcedure.BIDDERS.issue(
                "Bob Example", "Other", "NL", SampleProcedure.PUBLISHED);
        assertWrong(Found.BID_DIFFERS, with(procedure.bundle(),
                "bids/" + SampleProcedure.uuid(2) + "/envelope.p7s", none ->
                        CadesSigner.sign(new byte[1], stranger, SampleProcedure.PUBLISHED)));
    }
}
