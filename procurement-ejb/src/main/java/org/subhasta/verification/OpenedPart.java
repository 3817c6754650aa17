package org.subhasta.verification;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Offer;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;

/**
 * What came out of a part of a sealed bid: that it is what the bidder signed and had sealed before
 * the closing, and that it is valid or not, as the journal says.
 */
final class OpenedPart {

    /** The endings of a part's files. */
    static final List<String> FILES = List.of(".json", ".p7s", ".salt");

    private final SortedMap<String, byte[]> files;
    private final PublishedNotice notice;
    private final Trust trust;
    private final Report report;

    OpenedPart(SortedMap<String, byte[]> files, PublishedNotice notice, Trust trust,
            Report report) {
        this.files = files;
        this.notice = notice;
        this.trust = trust;
        this.report = report;
    }

    /** Where the files of a part stand in a bundle, without their endings. */
    static String path(String bid, Part part) {
        return "bids/" + bid + "/" + part.word();
    }

    /** Whether nothing of a part that stays sealed is in the bundle. */
    boolean isSealed(String bid, Part part) {
        boolean sealed = FILES.stream().noneMatch(ending -> has(bid, part, ending));
        return sealed || wrong(Found.OPENED_DIFFERS, bid, part);
    }

    /**
     * Checks a part.
     *
     * @param proven by when it was there, and its signer's certificate must have been valid
     * @return its prices, none where the journal says that it is invalid; empty where something is
     *         wrong
     */
    Optional<List<LotPrice>> check(Received.Act act, Envelope envelope, Part part,
            OpeningActs.Result result, Instant proven) {
        if (result.statement().isEmpty()) {
            return isSealed(act.bid(), part) && isUnopened(act.bid(), part, result)
                    ? Optional.of(List.of()) : Optional.empty();
        }
        if (!FILES.stream().allMatch(ending -> has(act.bid(), part, ending))) {
            wrong(Found.OPENED_DIFFERS, act.bid(), part);
            return Optional.empty();
        }
        byte[] statement = file(act.bid(), part, ".json");
        byte[] signature = file(act.bid(), part, ".p7s");
        if (!isCommittedTo(act.bid(), envelope, part, result, statement, signature)) {
            return Optional.empty();
        }
        Validation signed =
                CadesVerifier.verify(statement, signature, trust, proven);
        return result.code().isPresent()
                ? invalid(act.bid(), envelope, part, result.code().get(), statement, signed)
                : valid(act.bid(), envelope, part, statement, signed);
    }

    /** A part that did not open: nobody can look inside, so its fault is told and not checked. */
    private boolean isUnopened(String bid, Part part, OpeningActs.Result result) {
        String code = result.code().orElseThrow();
        boolean known = Stream.of(OpeningFault.values()).map(Enum::name).anyMatch(code::equals);
        // An envelope that was admitted is sealed to the committee and has all its parts.
        if (!known || code.equals(OpeningFault.COMMITTEE_DIFFERS.name())
                || code.equals(OpeningFault.PART_MISSING.name())) {
            return wrong(Found.BID_INVALID_WRONGLY, bid, part, code);
        }
        report.add(Found.BID_UNOPENED, bid, part.word(), code);
        return true;
    }

    /** The journal names exactly these bytes, and the envelope committed to them. */
    private boolean isCommittedTo(String bid, Envelope envelope, Part part,
            OpeningActs.Result result, byte[] statement, byte[] signature) {
        if (!result.statement().equals(Optional.of(Sha256.hex(statement)))
                || !result.signature().equals(Optional.of(Sha256.hex(signature)))) {
            return wrong(Found.OPENED_DIFFERS, bid, part);
        }
        ByteArrayOutputStream committed = new ByteArrayOutputStream();
        committed.writeBytes(file(bid, part, ".salt"));
        committed.writeBytes(HexFormat.of().parseHex(Sha256.hex(statement)));
        committed.writeBytes(HexFormat.of().parseHex(Sha256.hex(signature)));
        String commitment = envelope.part(PartName.valueOf(part.name())).orElseThrow().commitment();
        if (!Sha256.hex(committed.toByteArray()).equals(commitment)) {
            return wrong(Found.COMMITMENT_DIFFERS, bid, part);
        }
        report.add(Found.COMMITMENT_HOLDS, bid, part.word());
        return true;
    }

    private Optional<List<LotPrice>> valid(String bid, Envelope envelope, Part part,
            byte[] statement, Validation signed) {
        if (!report.signature(signed, "what.part." + part.word(), bid)) {
            return Optional.empty();
        }
        Outcome<BidStatement> read = BidFile.read(statement);
        Optional<String> fault = inside(read, envelope, part).or(() -> offered(read));
        if (fault.isPresent() || !(read instanceof Outcome.Done<BidStatement>(BidStatement said))) {
            report.add(Found.BID_NOT_ADMISSIBLE, bid, fault.orElse(""));
            return Optional.empty();
        }
        report.add(Found.BID_VALID, bid, part.word());
        return Optional.of(Offer.prices(notice.terms(), said));
    }

    /** In the order of the faults: reading, signing, offering. */
    private Optional<List<LotPrice>> invalid(String bid, Envelope envelope, Part part, String code,
            byte[] statement, Validation signed) {
        Outcome<BidStatement> read = BidFile.read(statement);
        Optional<String> fault = inside(read, envelope, part);
        if (fault.isEmpty() && !signed.passed() && !Report.isOfTrust(signed)) {
            fault = Optional.of(signed.subIndication().orElseThrow()
                    == SubIndication.REVOKED ? BiddingRefusal.SIGNER_REVOKED.name()
                    : BiddingRefusal.SIGNATURE_INVALID.name());
        }
        if (fault.isEmpty() && code.startsWith("SIGNER_")) {
            // Whose certificates the platform had admitted is not in the bundle.
            report.add(Found.BID_INVALID_BY_SIGNER, bid, part.word(), code);
            return Optional.of(List.of());
        }
        if (!fault.or(() -> offered(read)).equals(Optional.of(code))) {
            wrong(Found.BID_INVALID_WRONGLY, bid, part, code);
            return Optional.empty();
        }
        report.add(Found.BID_INVALID, bid, part.word(), code);
        return Optional.of(List.of());
    }

    /** Why what is inside is no statement of this part of this bid. */
    private static Optional<String> inside(Outcome<BidStatement> read, Envelope envelope,
            Part part) {
        return switch (read) {
            case Outcome.Refused<BidStatement> refused ->
                    Optional.of(refused.first().code().name());
            case Outcome.Done<BidStatement>(BidStatement said) -> {
                SealedBid bid = BidFile.clear(envelope);
                boolean same = said.id().equals(bid.id()) && said.tender().equals(bid.tender())
                        && said.notice().equals(bid.notice())
                        && said.bidder().equals(bid.bidder())
                        && said.openers().equals(envelope.header().openers())
                        && said.kind() == bid.kind() && said.replaces().equals(bid.replaces())
                        && said.part() == part;
                yield same ? Optional.empty()
                        : Optional.of(OpeningFault.STATEMENT_DIFFERS.name());
            }
        };
    }

    private Optional<String> offered(Outcome<BidStatement> read) {
        return read instanceof Outcome.Done<BidStatement>(BidStatement said)
                ? Offer.judge(notice.terms(), said).stream().findFirst()
                        .map(refusal -> refusal.code().name())
                : Optional.empty();
    }

    private boolean wrong(Found found, String bid, Part part, String... more) {
        report.add(found, Stream.concat(Stream.of(bid, part.word()), Arrays.stream(more))
                .toArray(String[]::new));
        return false;
    }

    private boolean has(String bid, Part part, String ending) {
        return files.containsKey(path(bid, part) + ending);
    }

    private byte[] file(String bid, Part part, String ending) {
        return files.get(path(bid, part) + ending);
    }
}
