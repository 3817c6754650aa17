package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.Base64;
import java.util.List;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Bids;
import org.subhasta.bidding.Receipt;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** Hands in what a page's reader signed, and shows what came of it. */
@Named
@RequestScoped
public class Sending {

    @Inject
    Bids bids;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private Receipt refusal;

    /**
     * Sends a sealed bid.
     *
     * @param envelope  base64 of the signed bytes, as {@code signing.js} leaves them
     * @param signature base64 of the signature
     * @param texts     the encrypted texts, named by their part and number; null where there are none
     */
    void send(String box, String envelope, String signature, List<Part> texts) {
        Submission submission;
        try {
            submission = new Submission(box, decoded(envelope), decoded(signature),
                    enclosures(texts));
        } catch (IllegalArgumentException notBase64) {
            messages.show(List.of(Refusal.of(BiddingRefusal.ENVELOPE_MALFORMED, "envelope")));
            return;
        }
        send(submission);
    }

    /** Sends a sealed bid; accepted, the page of the bid with its receipt follows. */
    void send(Submission submission) {
        Answer answer = bids.submit(submission);
        refusal = answer.accepted() ? null : answer.receipt().orElse(null);
        if (answer.accepted()) {
            visit.go("/bids/" + answer.receipt().orElseThrow().bid() + "?received=now");
        } else {
            messages.show(answer.refusals().stream().map(why ->
                    new Refusal(why.code(), "", why.details())).toList());
        }
    }

    /** The signed receipt of a refusal on this page; null where there is none. */
    public Receipt getRefusal() {
        return refusal;
    }

    private static byte[] decoded(String base64) {
        return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    /** An empty part is what browsers send where no file was chosen. */
    private static List<Submission.Enclosure> enclosures(List<Part> parts) {
        return parts == null ? List.of() : parts.stream()
                .filter(part -> part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isEmpty())
                .map(part -> new Submission.Enclosure(
                        part.getSubmittedFileName(), part::getInputStream))
                .toList();
    }
}
