package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.subhasta.auction.AuctionRecord;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.format.ActWriter;
import org.subhasta.awarding.AwardDocument;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.RecordPrints;
import org.subhasta.documents.Documents;
import org.subhasta.journal.DisclosedEntry;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.log.Hash;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Origin;
import org.subhasta.verification.Bundle;
import org.subhasta.verification.BundleBuilder;

/**
 * Everything published about a tender or an auction in one file that anybody checks without the
 * platform (docs/reference/bundles.md). It holds nothing that is not public page by page: before
 * the closing nothing of the box, before the opening is over no bid, and never an attachment.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class Bundles {

    /** The acts on a tender, its box and an auction whose payloads are for everybody: no personal data. */
    private static final Set<String> OPEN = Set.of("tender-published", "tender-amended",
            "tender-cancelled", "tender-completed", "tender-failed", "closing-moved",
            "bid-disqualified", "bid-reinstated", "award-decided", "award-published",
            "box-closed", "bid-received", "bid-replaced", "bid-withdrawn", "bid-announced",
            "shares-released", "bid-opened", "bid-failed", "bids-opened", "technical-evaluated",
            "record-published", "opening-extended", "grace-moved", "auction-published",
            "lot-auctioned");

    /** The acts on a lot of an auction: all of them are for everybody once it has ended. */
    private static final Set<String> AUCTION_ACTS = Stream.concat(
            Stream.of("participant-entered", "time-passed"), ActWriter.WORDS.stream()
                    .flatMap(word -> Stream.of(word + "-accepted", word + "-refused")))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * After the last of these in its journal a lot has ended and nobody enters any more; what else
     * may come is refused, changes nothing, and has no end.
     */
    private static final Set<String> LAST_ACTS = Stream.concat(
            Stream.of("participant-entered", "time-passed"), ActWriter.WORDS.stream()
                    .map(word -> word + "-accepted")).collect(Collectors.toUnmodifiableSet());

    /** Entries of an auction's bundle, so that it can be made in a server's memory. */
    static final long MOST_ENTRIES = 50_000;

    /** Of the auctions in a tender's bundle, half of what a bundle may have. */
    private static final long MOST_AUCTION_BYTES = Bundle.MAXIMUM_BYTES / 2;

    private static final JsonReaderFactory JSON =
            JsonProvider.provider().createReaderFactory(Map.of());

    @Inject
    private AuctionReports auctions;

    @Inject
    private TenderReports tenders;

    @Inject
    private BoxReports boxes;

    @Inject
    private OpeningReports openings;

    @Inject
    private RecordPrints prints;

    @Inject
    private AwardReports awards;

    @Inject
    private JournalReports journal;

    @Inject
    private LogReports log;

    @Inject
    private Documents documents;

    /** Of a tender written here, with its award where it has one; empty for imported ones. */
    public Optional<byte[]> ofTender(String id) {
        return tenders.find(id).filter(tender -> tender.origin() == Origin.HERE)
                .map(TenderView::id).map(tender -> bundle(tender, awards.ofTender(tender)
                        .stream().map(AwardSearch.Line::id).findFirst()));
    }

    /** Of an award decided here; empty for recorded ones. */
    public Optional<byte[]> ofAward(String id) {
        return awards.find(id).filter(award -> award.source() == AwardView.Source.DECIDED)
                .map(award -> bundle(award.tender().id(), Optional.of(award.id())));
    }

    /**
     * Of an auction; while a lot has not ended, its terms and that they were published. Empty where
     * there is no such auction.
     *
     * <p>Refused: {@code AUCTION_TOO_LARGE}.
     */
    public Optional<Outcome<byte[]>> ofAuction(String id) {
        return auctions.record(id).map(record -> auction(id, record));
    }

    /** Why so many entries are not put into one file. */
    static Optional<Refusal> tooMany(long entries) {
        return Optional.of(entries).filter(many -> many > MOST_ENTRIES).map(many -> Refusal.of(
                CheckingRefusal.AUCTION_TOO_LARGE, Long.toString(MOST_ENTRIES)));
    }

    private Outcome<byte[]> auction(String id, AuctionRecord record) {
        List<Subject> lots = IntStream.range(0, record.lots())
                .mapToObj(i -> Subject.of("auction", AuctionRecord.subject(id, i))).toList();
        long[] ends = lots.stream().mapToLong(lot -> journal.last(lot, LAST_ACTS)).toArray();
        return tooMany(LongStream.of(ends).sum()).<Outcome<byte[]>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(auction(id, record, lots, ends)));
    }

    private byte[] auction(String id, AuctionRecord record, List<Subject> lots, long[] ends) {
        BundleBuilder bundle = BundleBuilder.ofAuction(id);
        bundle.file("terms.json", record.terms().getBytes(StandardCharsets.UTF_8));
        List<Hash> leaves = entries(bundle, "auction", Subject.of("auction", id), OPEN);
        record.revealed().ifPresent(terms ->
                bundle.file("revealed.json", terms.getBytes(StandardCharsets.UTF_8)));
        record.entries().forEach(entered -> bundle.entrant(
                entered.certificate(), entered.statement(), entered.signature()));
        for (int i = 0; i < lots.size(); i++) {
            String lot = "lot-" + (i + 1);
            List<DisclosedEntry> entries =
                    journal.disclosed(lots.get(i), AUCTION_ACTS, ends[i]);
            leaves.addAll(add(bundle, lot, entries));
            // What is judged between the two readings has a larger number.
            auctions.signed(id, i + 1, lastNumber(entries)).forEach(signed -> bundle.act(
                    lot, signed.number(), signed.act(), signed.signature()));
        }
        prove(bundle, leaves);
        return bundle.bytes();
    }

    private byte[] bundle(String tender, Optional<String> award) {
        BundleBuilder bundle = BundleBuilder.ofTender(tender, award);
        bundle.file("notice.json", tenders.notice(tender).orElseThrow());
        List<DisclosedEntry> acts =
                journal.disclosed(Subject.of("tender", tender), OPEN, Long.MAX_VALUE);
        List<Hash> leaves = add(bundle, "tender", acts);
        boolean closed = boxes.find(tender)
                .filter(box -> box.state().afterClosing()).isPresent();
        if (closed) {
            leaves.addAll(entries(bundle, "box", Subject.of("box", tender), OPEN));
        }
        prove(bundle, leaves);
        openings.record(tender).filter(OpeningRecord::isWhole).stream()
                .flatMap(record -> record.bids().stream()).forEach(bid -> bid(bundle, bid));
        prints.of(tender).forEach(print -> bundle.file(
                print.whole() ? "opening.pdf" : "opening-technical.pdf", stored(print.sha256())));
        auctions(bundle, acts);
        award.flatMap(awards::document).ifPresent(document -> decision(bundle, document));
        return bundle.bytes();
    }

    /** Each a bundle in the bundle, as far as there is room: a check tells of what is not there. */
    private void auctions(BundleBuilder bundle, List<DisclosedEntry> acts) {
        long room = MOST_AUCTION_BYTES;
        for (String id : acts.stream().flatMap(act -> act.payload().stream())
                .map(Bundles::json).filter(payload -> payload.containsKey("auction"))
                .map(payload -> payload.getString("auction")).toList()) {
            if (ofAuction(id).orElseThrow() instanceof Outcome.Done<byte[]>(byte[] zip)
                    && zip.length <= room) {
                bundle.file("auctions/" + id + ".zip", zip);
                room -= zip.length;
            }
        }
    }

    /** The envelope, and of each part what came out of it; of a sealed part nothing. */
    private static void bid(BundleBuilder bundle, OpeningRecord.Bid bid) {
        String folder = "bids/" + bid.id() + "/";
        bundle.file(folder + "envelope.json", bid.envelope().content())
                .file(folder + "envelope.p7s", bid.envelope().signature());
        bid.timeStamp().ifPresent(stamp -> bundle.file(folder + "envelope.tst", stamp));
        bid.parts().forEach(opened -> opened.statement().ifPresent(signed -> bundle
                .file(folder + opened.part().word() + ".json", signed.content())
                .file(folder + opened.part().word() + ".p7s", signed.signature())
                .file(folder + opened.part().word() + ".salt", opened.salt().orElseThrow())));
    }

    /** Adds the public entries of a subject; tells their leaves. */
    private List<Hash> entries(BundleBuilder bundle, String file, Subject subject,
            Set<String> open) {
        return add(bundle, file, journal.disclosed(subject, open, Long.MAX_VALUE));
    }

    private static List<Hash> add(BundleBuilder bundle, String file,
            List<DisclosedEntry> entries) {
        List<Hash> leaves = new ArrayList<>();
        for (DisclosedEntry entry : entries) {
            bundle.entry(file, new BundleBuilder.Entry(entry.leaf(), entry.header(),
                    entry.headerSalt(), entry.payload(), entry.payloadSalt()));
            leaves.add(Hash.ofLeaf(entry.leaf()));
        }
        return leaves;
    }

    /** The number of the last act in a lot's entries that was judged; 0 where none was. */
    private static long lastNumber(List<DisclosedEntry> entries) {
        return entries.reversed().stream().flatMap(entry -> entry.payload().stream())
                .map(Bundles::json).filter(payload -> payload.containsKey("number"))
                .mapToLong(payload -> payload.getJsonNumber("number").longValueExact())
                .findFirst().orElse(0);
    }

    private static JsonObject json(byte[] payload) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(payload))) {
            return reader.readObject();
        }
    }

    private void prove(BundleBuilder bundle, List<Hash> leaves) {
        LogReports.Inclusions proofs = log.inclusions(leaves);
        proofs.head().ifPresent(bundle::head);
        proofs.paths().forEach(bundle::proof);
    }

    private void decision(BundleBuilder bundle, AwardDocument document) {
        bundle.file("award.json", document.json().getBytes(StandardCharsets.UTF_8));
        bundle.file("notice.pdf", stored(document.notice().orElseThrow().sha256()));
    }

    private byte[] stored(String sha256) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            documents.copy(sha256, content);
        } catch (IOException e) {
            throw new UncheckedIOException("a published file cannot be read", e);
        }
        return content.toByteArray();
    }
}
