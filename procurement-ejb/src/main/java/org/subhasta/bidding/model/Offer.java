package org.subhasta.bidding.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Judges what a statement offers once it is opened: currency, prices, lots and names of files. All
 * faults are told at once, each with its place in the statement: they are published as the reasons
 * why the bid is invalid.
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

    /**
     * All that is wrong with a statement that was found sealed, as far as its own words go; nothing
     * for a valid one.
     */
    public static List<Refusal> judge(BoxTerms terms, BidStatement statement) {
        Offer offer = new Offer(terms, statement);
        offer.judgeTerms();
        if (statement.part() == Part.TECHNICAL) {
            offer.judgeNoPrice();
        } else {
            offer.judgeLots();
        }
        offer.judgeAttachments();
        // A stable sort: reasons of one kind stay in the order of the statement.
        offer.refusals.sort(Comparator.comparing(refusal -> (BiddingRefusal) refusal.code()));
        return List.copyOf(offer.refusals);
    }

    /**
     * The prices of a statement already found valid, read again from what was signed, not from a
     * copy that could differ: in the order of the box's lots, none for a technical part.
     *
     * @throws IllegalArgumentException where it is not valid for such a box
     */
    public static List<LotPrice> prices(BoxTerms terms, BidStatement statement) {
        Offer offer = new Offer(terms, statement);
        statement.lots().forEach(lot -> offer.judgePrice(lot, "lots"));
        if (!offer.refusals.isEmpty()) {
            throw new IllegalArgumentException("this statement is not valid: " + offer.refusals);
        }
        return offer.inOrder();
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

    private void judgeNoPrice() {
        if (!statement.lots().isEmpty()) {
            refuse("lots", BiddingRefusal.PRICE_IN_TECHNICAL_PART);
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
        Set<String> names = new HashSet<>();
        for (int i = 0; i < statement.attachments().size(); i++) {
            BidAttachment attachment = statement.attachments().get(i);
            String field = "attachments[" + i + "]";
            if (!isName(attachment.name())) {
                refuse(field + ".name", BiddingRefusal.ATTACHMENT_NAME_BAD);
            } else if (!names.add(attachment.name())) {
                refuse(field + ".name", BiddingRefusal.ATTACHMENT_REPEATED, attachment.name());
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
