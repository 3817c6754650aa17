package org.subhasta.awarding;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.StrictJson;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.CanonicalJson;

/**
 * What an officer signs about the technical parts of a tender's bids, format {@value #FORMAT}.
 *
 * @param notice   SHA-256 of the notice, hexadecimal
 * @param verdicts by the bids' ids
 * @param madeAt   the officer's own clock: a claim
 */
record TechnicalStatement(String tender, String notice, List<TechnicalVerdict> verdicts,
                          Instant madeAt) {

    static final String FORMAT = "subhasta-technical-evaluation-1";
    static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

    private static final StrictJson.Flaws FLAWS = new StrictJson.Flaws(
            AwardingRefusal.TECHNICAL_EVALUATION_MALFORMED,
            AwardingRefusal.TECHNICAL_EVALUATION_MALFORMED,
            AwardingRefusal.TECHNICAL_EVALUATION_MALFORMED);

    TechnicalStatement {
        verdicts = List.copyOf(verdicts);
    }

    static Outcome<TechnicalStatement> read(byte[] bytes) {
        return StrictJson.read(bytes, MAXIMUM_BYTES, "statement", FLAWS, o -> {
            o.format(FORMAT);
            return new TechnicalStatement(o.text("tender"), o.hash("notice"),
                    o.list("bids", bid -> {
                        String verdict = bid.text("verdict");
                        if (!verdict.equals("passed") && !verdict.equals("failed")) {
                            throw bid.malformed("verdict");
                        }
                        return new TechnicalVerdict(bid.uuid("bid").toString(),
                                verdict.equals("passed"),
                                bid.text("reason", Awards.LONGEST_REASON));
                    }), o.instant("madeAt"));
        });
    }

    /** One that was signed before. */
    static TechnicalStatement valid(byte[] bytes) {
        if (read(bytes) instanceof Outcome.Done<TechnicalStatement>(TechnicalStatement said)) {
            return said;
        }
        throw new IllegalStateException("a stored evaluation cannot be read any more");
    }

    /** The bytes to be signed, as text. */
    String canonicalJson() {
        JsonArrayBuilder bids = Json.createArrayBuilder();
        verdicts.stream().sorted(TechnicalVerdict.BY_BID).forEach(verdict ->
                bids.add(Json.createObjectBuilder()
                        .add("bid", verdict.bid())
                        .add("reason", verdict.reason())
                        .add("verdict", verdict.passed() ? "passed" : "failed")));
        String json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("tender", tender)
                .add("notice", notice)
                .add("bids", bids)
                .add("madeAt", madeAt.toString())
                .build().toString();
        try {
            return new String(CanonicalJson.canonicalize(json), StandardCharsets.UTF_8);
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("an evaluation is JSON", e);
        }
    }
}
