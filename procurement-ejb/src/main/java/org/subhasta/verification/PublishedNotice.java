package org.subhasta.verification;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Reading;

/**
 * The notice of a tender, format {@code subhasta-notice-1}: what bids for it are judged by.
 *
 * @param id        of the tender
 * @param title     in a line
 * @param buyer     the identifier of the buyer
 * @param terms     what bids have to keep to
 * @param committee to whom bids are sealed; empty where the notice is from before they were
 * @param auctioned the lots whose opening a reverse auction may follow
 */
record PublishedNotice(String id, String title, String buyer, BoxTerms terms,
        Optional<Committee> committee, Set<String> auctioned) {

    static final String FORMAT = "subhasta-notice-1";

    /** @throws Json.Malformed where it is not in the format */
    static PublishedNotice read(byte[] bytes) {
        Json json = Json.canonical(bytes);
        if (!json.text("format").equals(FORMAT)) {
            throw json.malformed("format");
        }
        Optional<Json> opening = json.maybeObject("opening");
        Optional<Committee> committee = opening.map(PublishedNotice::committee);
        try {
            return new PublishedNotice(json.text("id"), json.text("title"),
                    json.object("buyer").text("id"), terms(json, Sha256.hex(bytes),
                            opening.map(one -> opening(one, committee.orElseThrow()))), committee,
                    json.objects("lots").stream().filter(lot -> lot.isTrue("auction"))
                            .map(lot -> lot.text("id")).collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            // Currency, zone, lots, periods: what the records themselves do not take.
            throw e instanceof Json.Malformed malformed ? malformed : json.malformed("");
        }
    }

    private static BoxTerms terms(Json json, String hash, Optional<OpeningTerms> opening) {
        Json deadline = json.object("deadline");
        List<BoxLot> lots = json.objects("lots").stream()
                .map(lot -> new BoxLot(lot.text("id"), lot.text("title"))).toList();
        return new BoxTerms(json.text("id"), json.object("buyer").text("id"), hash,
                deadline.instant("instant"), ZoneId.of(deadline.text("zone")),
                Currency.getInstance(json.text("currency")),
                PriceBasis.of(json.text("prices")).orElseThrow(), lots,
                json.isTrue("partialBids"), opening);
    }

    /** Exactly what bids are sealed to: its hash is the fingerprint that stands in each of them. */
    private static Committee committee(Json opening) {
        if (Committee.read(opening.object("committee").bytes())
                instanceof Reading.Read<Committee>(Committee read)
                && read.fingerprint().equals(opening.text("fingerprint"))) {
            return read;
        }
        throw opening.malformed("committee");
    }

    private static OpeningTerms opening(Json json, Committee committee) {
        Json names = json.object("names");
        List<Opener> openers = json.object("committee").objects("openers").stream().map(opener -> {
            Json name = names.object(opener.text("id"));
            return new Opener(opener.text("id"), name.text("name"), name.text("organisation"),
                    opener.text("certificate"));
        }).toList();
        String envelopes = json.text("envelopes");
        if (!envelopes.equals("one") && !envelopes.equals("two")) {
            throw json.malformed("envelopes");
        }
        return new OpeningTerms(new org.subhasta.bidding.model.Committee(
                committee.threshold(), openers, committee.fingerprint()), envelopes.equals("two"),
                Duration.ofMinutes(json.integer("graceMinutes")),
                Duration.ofDays(json.integer("periodDays")));
    }
}
