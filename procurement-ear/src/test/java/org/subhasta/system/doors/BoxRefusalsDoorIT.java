package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.system.DoorTest;

/** Reasons that hardly ever occur, each brought about. */
class BoxRefusalsDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(10);

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Seldom Works");
        }
    }

    @Test
    void a_box_is_opened_once_and_for_a_closing_that_lies_ahead() throws Exception {
        BoxTerms terms = Box.open(officer, TIME).view().terms();
        assertEquals(BiddingRefusal.BOX_EXISTS, open(terms));
        BoxTerms other = new BoxTerms(Identifier.next(), terms.organisation(), terms.notice(),
                Moment.now().minusSeconds(1), terms.zone(), terms.currency(), terms.prices(),
                terms.lots(), terms.partial(), terms.opening());
        assertEquals(BiddingRefusal.CLOSING_IN_THE_PAST, open(other));
    }

    private static Refusal.Code open(BoxTerms terms) throws Exception {
        Outcome<?> outcome = Acts.inTransaction(() -> as(officer, Role.OFFICER,
                () -> door(Boxes.class).open(terms)));
        return assertInstanceOf(Outcome.Refused.class, outcome).first().code();
    }

    @Test
    void a_certificate_of_an_authority_nobody_trusts_counts_for_no_bid() throws Exception {
        Box box = Box.open(officer, TIME);
        Instant began = Instant.now().minusSeconds(60);
        SigningKey key = CertificateAuthority.create("Nobody knows it", began)
                .issue("Seldom Works", "Seldom Works", "NL", began);
        Answer answer = box.send(bidder, Bid.of(bidder, box).signedBy(key).made());
        assertEquals(BiddingRefusal.SIGNER_NOT_TRUSTED, answer.refusals().getFirst().code());
        assertEquals("SIGNER_NOT_TRUSTED", answer.receipt().orElseThrow().code());
    }

    @Test
    void a_bid_whose_encrypted_text_is_gone_or_another_is_invalid() throws Exception {
        Bidder second = Bidder.register(officer, "Rarely Works");
        Box box = Box.open(officer, TIME);
        UUID without = box.take(bidder, Bid.of(bidder, box));
        UUID swapped = box.take(second, Bid.of(second, box));
        box.closeAfter(TIME);
        // As somebody could do it who holds the database.
        assertEquals(1, Owner.change(
                "DELETE FROM bidding.text WHERE bid = ? AND name = 'bid-0'", without));
        assertEquals(1, Owner.change("""
                UPDATE bidding.text SET sha256 = (SELECT o.sha256 FROM bidding.text o
                    WHERE o.bid = ? AND o.name = 'bid-1')
                WHERE bid = ? AND name = 'bid-0'""", swapped, swapped));
        box.unseal();
        assertEquals(Optional.of(OpeningFault.SEALED_TEXT_MISSING), fault(box, without));
        assertEquals(Optional.of(OpeningFault.SEALED_TEXT_ALTERED), fault(box, swapped));
    }

    private static Optional<Refusal.Code> fault(Box box, UUID id) {
        return box.record().orElseThrow().bids().stream().filter(bid -> bid.id().equals(id))
                .findFirst().orElseThrow().parts().getFirst().invalid().map(Refusal::code);
    }
}
