package org.subhasta.tendering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Deadline;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Procedure;
import org.subhasta.tendering.model.TenderDocument;

public class NoticeJsonTest {

    private static final OpeningTerms OPENING = opening();

    private static OpeningTerms opening() {
        Instant from = Instant.parse("2026-11-01T00:00:00Z");
        CertificateAuthority authority = CertificateAuthority.create("Authority", from);
        List<Opener> openers = List.of("Sofía", "Jonas", "Elif").stream().map(name -> {
            try {
                return new Opener("0pener" + name.length() + name.charAt(0), name, "Alder Bay",
                        Base64.getEncoder().encodeToString(authority.issueForEncryption(
                                name, "Alder Bay", "NL", from).certificate().getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
        return new OpeningTerms(new Committee(2, openers,
                Committees.fingerprint(openers, 2).orElseThrow()), true, Duration.ofMinutes(30),
                Duration.ofDays(7));
    }

    @Test
    void what_bids_are_sealed_to_hashes_to_the_fingerprint_told() throws Exception {
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(NoticeJson.write(notice())))) {
            JsonObject opening = reader.readObject().getJsonObject("opening");
            assertEquals(opening.getString("fingerprint"), Sha256.hex(CanonicalJson.canonicalize(
                    opening.getJsonObject("committee").toString())));
        }
    }

    @Test
    void a_notice_is_canonical_and_reads_back_as_it_was() throws CanonicalJson.NotCanonical {
        byte[] bytes = NoticeJson.write(notice());
        CanonicalJson.requireCanonical(bytes);
        assertEquals(notice(), NoticeJson.read(bytes));
        assertArrayEquals(bytes, NoticeJson.write(NoticeJson.read(bytes)));
    }

    @Test
    void amounts_and_quantities_are_decimal_strings() {
        String json = new String(NoticeJson.write(notice()), StandardCharsets.UTF_8);
        assertEquals(1, json.split("\"estimatedValue\":\"260000.10\"", -1).length - 1);
        assertEquals(1, json.split("\"quantity\":\"2.5\"", -1).length - 1);
    }

    @Test
    void that_an_auction_follows_is_said_of_the_lots_where_it_does_and_of_no_other() {
        String json = new String(NoticeJson.write(notice()), StandardCharsets.UTF_8);
        assertEquals(1, json.split("\"auction\":true", -1).length - 1);
        assertEquals(1, json.split("\"auction\"", -1).length - 1);
    }

    /** One with everything in it, whatever may be missing missing once. */
    public static Notice notice() {
        return new Notice("abcdefgh1234", "Straßenkehrmaschinen \"E\"", "Zeile 1\nZeile 2 😀",
                new Notice.Buyer("0123456789ab", "Alder Bay", "XI-REG", "7-11"), "",
                new Classification("34144431", "Suction-sweeping vehicles"),
                List.of(new Classification("31158000", "Chargers")), Procedure.OPEN,
                PriceBasis.NET, true, Currency.getInstance("EUR"),
                new Deadline(LocalDateTime.parse("2026-12-17T12:00"), ZoneId.of("Europe/Madrid")),
                List.of(new Lot("1", "Sweepers", "", Optional.of(new BigDecimal("2.5")), "pieces",
                                Optional.empty(), Optional.of(Money.of("260000.10", "EUR")),
                                true),
                        new Lot("2", "Chargers", "Twelve", Optional.empty(), "",
                                Optional.of(new Classification("31158000", "Chargers")),
                                Optional.empty(), false)),
                List.of(new TenderDocument("ab".repeat(32), "terms.pdf", "Terms", 1234,
                        "application/pdf")), Optional.of(OPENING),
                Instant.parse("2026-11-22T10:00:00.123456Z"));
    }
}
