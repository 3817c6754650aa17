package org.subhasta.bidding.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Judges what a statement offers: currency, prices, lots and files. All faults are told at once,
 * each with its place in the statement, since the bidder can put all of them right in one go.
 */
public final class Offer {

    /**
     * Digits of the largest price, decimals included: so that the sum of all lots a box can have
     * ({@value BoxTerms#MAXIMUM_LOTS}) still is an amount of {@link Money}.
     */
    public static final int PRICE_DIGITS = 14;

    private final BoxTerms terms;
    private final BidStatement statement;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, LotPrice> prices = new HashMap<>();

    private Offer(BoxTerms terms, BidStatement statement) {
        this.terms = terms;
        this.statement = statement;
    }

    static Admission.Verdict judge(BoxTerms terms, Admission.Arrival arrival) {
        Offer offer = new Offer(terms, arrival.statement());
        offer.judgeTerms();
        if (arrival.statement().kind() == BidKind.WITHDRAW) {
            offer.judgeWithdrawal();
        } else {
            offer.judgeLots();
        }
        offer.judgeAttachments();
        offer.judgeFiles(arrival.files());
        return offer.verdict();
    }

    /**
     * The prices of a statement already admitted, read again from what was signed, not from a copy
     * that could differ: in the order of the box's lots, none for a withdrawal.
     *
     * @throws IllegalArgumentException where it was never admitted to such a box
     */
    public static List<LotPrice> prices(BoxTerms terms, BidStatement statement) {
        Offer offer = new Offer(terms, statement);
        statement.lots().forEach(lot -> offer.judgePrice(lot, "lots"));
        if (!offer.refusals.isEmpty()) {
            throw new IllegalArgumentException("this statement was never admitted: " + offer.refusals);
        }
        return offer.inOrder();
    }

    private Admission.Verdict verdict() {
        if (refusals.isEmpty()) {
            return new Admission.Verdict.Admitted(inOrder());
        }
        // A stable sort: reasons of one kind stay in the order of the statement.
        refusals.sort(Comparator.comparing(refusal -> (BiddingRefusal) refusal.code()));
        return new Admission.Verdict.Refused(List.copyOf(refusals));
    }

    private List<LotPrice> inOrder() {
        return terms.lots().stream().map(lot -> prices.get(lot.id()))
                .filter(price -> price != null).toList();
    }

    private void judgeTerms() {
        if (!statement.currency().equals(terms.currency().getCurrencyCode())) {
            refuse("currency", BiddingRefusal.CURRENCY_DIFFERS, terms.currency().getCurrencyCode());
        }
        if (!statement.prices().equals(terms.prices().word())) {
            refuse("prices", BiddingRefusal.PRICE_BASIS_DIFFERS, terms.prices().word());
        }
    }

    private void judgeWithdrawal() {
        if (!statement.lots().isEmpty() || !statement.attachments().isEmpty()) {
            refuse("lots", BiddingRefusal.WITHDRAWAL_WITH_OFFER);
        }
    }

    private void judgeLots() {
        Set<String> known = new HashSet<>();
        terms.lots().forEach(lot -> known.add(lot.id()));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < statement.lots().size(); i++) {
            LotOffer offer = statement.lots().get(i);
            String field = "lots[" + i + "]";
            if (!known.contains(offer.lot())) {
                refuse(field + ".lot", BiddingRefusal.LOT_UNKNOWN, offer.lot());
            } else if (!named.add(offer.lot())) {
                refuse(field + ".lot", BiddingRefusal.LOT_REPEATED, offer.lot());
            } else {
                judgePrice(offer, field);
            }
        }
        if (named.isEmpty()) {
            refuse("lots", BiddingRefusal.NO_LOT_PRICED);
        } else if (!terms.partial()) {
            terms.lots().stream().filter(lot -> !named.contains(lot.id())).forEach(lot ->
                    refuse("lots", BiddingRefusal.LOT_NOT_PRICED, lot.id(), lot.title()));
        }
    }

    private void judgePrice(LotOffer offer, String field) {
        String place = field + ".price";
        if (!offer.price().matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
            refuse(place, BiddingRefusal.PRICE_MALFORMED, offer.lot());
            return;
        }
        BigDecimal amount = new BigDecimal(offer.price());
        int decimals = terms.currency().getDefaultFractionDigits();
        if (amount.scale() > decimals) {
            refuse(place, BiddingRefusal.PRICE_TOO_PRECISE, offer.lot(),
                    terms.currency().getCurrencyCode(), Integer.toString(decimals));
        } else if (amount.setScale(decimals).precision() > PRICE_DIGITS) {
            refuse(place, BiddingRefusal.PRICE_TOO_LONG, offer.lot(),
                    Integer.toString(PRICE_DIGITS));
        } else if (amount.signum() <= 0) {
            refuse(place, BiddingRefusal.PRICE_NOT_POSITIVE, offer.lot());
        } else {
            prices.put(offer.lot(), new LotPrice(offer.lot(), new Money(amount, terms.currency())));
        }
    }

    private void judgeAttachments() {
        if (statement.attachments().size() > BidStatement.MAXIMUM_ATTACHMENTS) {
            refuse("attachments", BiddingRefusal.TOO_MANY_ATTACHMENTS,
                    Integer.toString(BidStatement.MAXIMUM_ATTACHMENTS));
        }
        long together = statement.attachments().stream().mapToLong(BidAttachment::size)
                .reduce(0, Math::addExact);
        if (together > BidAttachment.MAXIMUM_BYTES_TOGETHER) {
            refuse("attachments", BiddingRefusal.ATTACHMENTS_TOO_LARGE,
                    Long.toString(BidAttachment.MAXIMUM_BYTES_TOGETHER >> 20));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < statement.attachments().size(); i++) {
            BidAttachment attachment = statement.attachments().get(i);
            String field = "attachments[" + i + "]";
            if (attachment.size() > BidAttachment.MAXIMUM_BYTES) {
                refuse(field, BiddingRefusal.ATTACHMENT_TOO_LARGE, attachment.name(),
                        Long.toString(BidAttachment.MAXIMUM_BYTES));
            }
            if (!isName(attachment.name())) {
                refuse(field + ".name", BiddingRefusal.ATTACHMENT_NAME_BAD);
            } else if (!names.add(attachment.name())) {
                refuse(field + ".name", BiddingRefusal.ATTACHMENT_REPEATED, attachment.name());
            }
        }
    }

    /** Files are matched by name: each listed one once, and no other. */
    private void judgeFiles(List<BidAttachment> files) {
        for (BidAttachment attachment : statement.attachments()) {
            Optional<BidAttachment> file = files.stream()
                    .filter(one -> one.name().equals(attachment.name())).findFirst();
            if (file.isEmpty()) {
                refuse("attachments", BiddingRefusal.ATTACHMENT_MISSING, attachment.name());
            } else if (!file.get().equals(attachment)) {
                refuse("attachments", BiddingRefusal.ATTACHMENT_DIFFERS, attachment.name());
            }
        }
        Set<String> unmatched = new HashSet<>();
        statement.attachments().forEach(attachment -> unmatched.add(attachment.name()));
        for (BidAttachment file : files) {
            if (!unmatched.remove(file.name())) {
                refuse("attachments", BiddingRefusal.ATTACHMENT_NOT_LISTED, file.name());
            }
        }
    }

    /** A name is shown and saved by people: no path, nothing invisible, not hidden. */
    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= BidAttachment.MAXIMUM_NAME
                && !name.startsWith(".")
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || c == ':'
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private void refuse(String field, BiddingRefusal code, String... details) {
        refusals.add(Refusal.at(field, code, details));
    }
}
