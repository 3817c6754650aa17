package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.sealing.PartName;

/** What the record of a sample procedure's opening says, printed as the platform does. */
final class SampleRecord {

    private final boolean two;
    private final Instant closedAt;
    private final List<OpeningRecord.Act> acts = new ArrayList<>();
    private final List<OpeningRecord.Bid> bids = new ArrayList<>();
    private final Map<String, String> received = new HashMap<>();
    private final Map<String, List<OpeningRecord.Opened>> opened = new HashMap<>();

    SampleRecord(boolean two, Instant closedAt) {
        this.two = two;
        this.closedAt = closedAt;
    }

    void received(String bid, String leaf) {
        received.put(bid, leaf);
    }

    void act(PartName part, int opener, Instant at, String leaf) {
        acts.add(new OpeningRecord.Act(Part.valueOf(part.name()), "p3rs0n" + (opener + 1), at,
                "cd".repeat(32), leaf));
    }

    /** @param prices none of an invalid part; those that are no amounts are left out */
    void opened(String bid, PartName part, Instant at, String leaf, Optional<Refusal> fault,
            Optional<SignedBytes> statement, Optional<byte[]> salt, Map<String, String> prices) {
        opened.computeIfAbsent(bid, none -> new ArrayList<>()).add(new OpeningRecord.Opened(
                Part.valueOf(part.name()), at, leaf, fault, statement, salt,
                prices.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .filter(price -> price.getValue().matches("[0-9]+\\.[0-9]{2}"))
                        .map(price -> new LotPrice(price.getKey(),
                                Money.of(price.getValue(), "EUR"))).toList()));
    }

    void bid(SampleProcedure.Bid bid, SampleEnvelope sealed) {
        bids.add(new OpeningRecord.Bid(UUID.fromString(bid.id()), bid.bidder(), bid.name(),
                bid.at(), new SignedBytes(sealed.json(), sealed.signature()), Optional.empty(),
                received.getOrDefault(bid.id(), "00".repeat(32)),
                opened.getOrDefault(bid.id(), List.of())));
    }

    /** Unsigned. */
    byte[] pdf(Instant at) {
        OpeningTerms terms = new OpeningTerms(new Committee(2, List.of(
                new Opener("p3rs0n1", "Sofia", "Alder Bay", "Y2VydDE="),
                new Opener("p3rs0n2", "Jonas", "Alder Bay", "Y2VydDI="),
                new Opener("p3rs0n3", "Elif", "Alder Bay", "Y2VydDM=")), "fa".repeat(32)), two,
                Duration.ofMinutes(30), Duration.ofDays(7));
        OpeningRecord record = new OpeningRecord("t3nd3r", terms, new BoxState.Opened(at),
                closedAt, terms.parts(), acts, bids, List.of());
        NoticeTexts texts = new NoticeTexts(NoticePdf.OPENING, ZoneOffset.UTC);
        try {
            return NoticePdf.OPENING.render(new OpeningContent(record,
                            Samples.tender(Samples.rich()), texts).values(Samples.ADDRESS),
                    List.of(new AssociatedFile("opening-record.json", "application/json", "Data",
                            record.data().toString().getBytes(UTF_8))), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
