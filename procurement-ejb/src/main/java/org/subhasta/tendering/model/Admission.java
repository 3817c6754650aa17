package org.subhasta.tendering.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * Judges a draft as a whole when it is to be published: every problem at once, each at its field,
 * so that an officer puts all of them right in one go.
 */
public final class Admission {

    public static final int TITLE_LENGTH = 300;
    public static final int TEXT_LENGTH = 20_000;
    public static final int SHORT_LENGTH = 200;
    public static final int MOST_LOTS = 200;
    public static final int MOST_DOCUMENTS = 50;
    public static final int MOST_ADDITIONAL = 20;
    /** A deadline beyond is a slip of the year. */
    public static final Duration FARTHEST = Duration.ofDays(3 * 366);

    private final Function<String, Optional<Classification>> vocabulary;
    private final OpeningAdmission.Openers openers;
    private final Draft draft;
    private final List<Refusal> refusals = new ArrayList<>();

    private Admission(Draft draft, Function<String, Optional<Classification>> vocabulary,
            OpeningAdmission.Openers openers) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.openers = openers;
    }

    /**
     * Judges a draft.
     *
     * @param id         the tender's identifier
     * @param buyer      for whom it is published
     * @param now        the instant of publication
     * @param vocabulary finds a class of the CPV by its code
     * @param openers    finds an opener by its id
     * @return the notice, or all that is missing or wrong
     */
    public static Outcome<Notice> judge(String id, Draft draft, Notice.Buyer buyer, Instant now,
            Function<String, Optional<Classification>> vocabulary,
            OpeningAdmission.Openers openers) {
        return new Admission(draft, vocabulary, openers).judge(id, buyer, now);
    }

    private Outcome<Notice> judge(String id, Notice.Buyer buyer, Instant now) {
        required("title", draft.title(), TenderingRefusal.TITLE_MISSING, TITLE_LENGTH);
        required("description", draft.description(), TenderingRefusal.DESCRIPTION_MISSING,
                TEXT_LENGTH);
        bounded("place", draft.place(), SHORT_LENGTH);
        Optional<Classification> main = mainClassification();
        List<Classification> additional = additional();
        Optional<PriceBasis> prices = prices();
        Optional<Currency> currency = currency();
        Optional<Deadline> deadline = deadline(now);
        List<Lot> lots = lots(currency);
        documents();
        // Without a deadline, keys that ended already are told at least.
        Optional<OpeningTerms> opening = OpeningAdmission.judge(draft.opening(),
                deadline.map(Deadline::instant).orElse(now), openers, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return Outcome.done(new Notice(id, draft.title().strip(), draft.description().strip(),
                buyer, draft.place().strip(), main.orElseThrow(), additional, Procedure.OPEN,
                prices.orElseThrow(), draft.partialBids() && lots.size() > 1,
                currency.orElseThrow(), deadline.orElseThrow(), lots, draft.documents(), opening,
                now));
    }

    private void required(String field, String text, TenderingRefusal missing, int limit) {
        if (text.isBlank()) {
            refuse(field, missing);
        }
        bounded(field, text, limit);
    }

    private void bounded(String field, String text, int limit) {
        if (text.strip().length() > limit) {
            refuse(field, TenderingRefusal.TEXT_TOO_LONG, Integer.toString(limit));
        }
    }

    private Optional<Classification> mainClassification() {
        if (draft.classification().isBlank()) {
            refuse("classification", TenderingRefusal.CLASSIFICATION_MISSING);
            return Optional.empty();
        }
        return classification("classification", draft.classification());
    }

    private Optional<Classification> classification(String field, String code) {
        Optional<Classification> known = vocabulary.apply(code.strip());
        if (known.isEmpty()) {
            refuse(field, TenderingRefusal.CLASSIFICATION_UNKNOWN, code.strip());
        }
        return known;
    }

    private List<Classification> additional() {
        if (draft.additional().size() > MOST_ADDITIONAL) {
            refuse("additional", TenderingRefusal.TEXT_TOO_LONG,
                    Integer.toString(MOST_ADDITIONAL));
            return List.of();
        }
        return draft.additional().stream().filter(code -> !code.isBlank()).distinct()
                .map(code -> classification("additional", code))
                .flatMap(Optional::stream).toList();
    }

    private Optional<PriceBasis> prices() {
        Optional<PriceBasis> prices = PriceBasis.of(draft.prices());
        if (prices.isEmpty()) {
            refuse("prices", TenderingRefusal.PRICES_MISSING);
        }
        return prices;
    }

    private Optional<Currency> currency() {
        try {
            return Optional.of(Money.zero(Currency.getInstance(draft.currency())).currency());
        } catch (IllegalArgumentException e) {
            refuse("currency", TenderingRefusal.CURRENCY_UNKNOWN, draft.currency());
            return Optional.empty();
        }
    }

    private Optional<Deadline> deadline(Instant now) {
        switch (Deadline.of(draft.closesOn(), draft.closesAt(), draft.zone())) {
            case Outcome.Refused<Deadline>(List<Refusal> reasons) -> refusals.addAll(reasons);
            case Outcome.Done<Deadline>(Deadline deadline) -> {
                if (!deadline.instant().isAfter(now)) {
                    refuse("closesOn", TenderingRefusal.DEADLINE_PAST);
                } else if (deadline.instant().isAfter(now.plus(FARTHEST))) {
                    refuse("closesOn", TenderingRefusal.DEADLINE_TOO_FAR);
                } else {
                    return Optional.of(deadline);
                }
            }
        }
        return Optional.empty();
    }

    private List<Lot> lots(Optional<Currency> currency) {
        if (draft.lots().isEmpty()) {
            refuse("lots", TenderingRefusal.LOT_MISSING);
        }
        if (draft.lots().size() > MOST_LOTS) {
            refuse("lots", TenderingRefusal.TOO_MANY_LOTS, Integer.toString(MOST_LOTS));
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < draft.lots().size(); i++) {
            Draft.DraftLot lot = draft.lots().get(i);
            if (!ids.add(lot.id())) {
                refuse("lots[" + i + "].title", TenderingRefusal.LOT_ID_REPEATED, lot.id());
            }
            lots.add(lot("lots[" + i + "].", lot, currency));
        }
        return lots;
    }

    private Lot lot(String at, Draft.DraftLot lot, Optional<Currency> currency) {
        String title = lot.title();
        if (draft.lots().size() == 1 && title.isBlank()) {
            // A tender that is not divided is one lot, and need not be named twice.
            title = draft.title();
        } else if (title.isBlank()) {
            refuse(at + "title", TenderingRefusal.LOT_TITLE_MISSING);
        }
        bounded(at + "title", title, TITLE_LENGTH);
        bounded(at + "description", lot.description(), TEXT_LENGTH);
        bounded(at + "unit", lot.unit(), SHORT_LENGTH);
        Optional<Classification> own = lot.classification().isBlank() ? Optional.empty()
                : classification(at + "classification", lot.classification());
        return new Lot(lot.id(), title.strip(), lot.description().strip(),
                quantity(at + "quantity", lot.quantity()), lot.unit().strip(), own,
                estimate(at + "estimatedValue", lot.estimatedValue(), currency), lot.auction());
    }

    private Optional<BigDecimal> quantity(String field, String typed) {
        String number = plain(typed);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!number.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")
                || new BigDecimal(number).signum() == 0) {
            refuse(field, TenderingRefusal.QUANTITY_UNREADABLE);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number));
    }

    private Optional<Money> estimate(String field, String typed, Optional<Currency> currency) {
        String amount = plain(typed);
        if (amount.isEmpty() || currency.isEmpty()) {
            return Optional.empty();
        }
        String code = currency.get().getCurrencyCode();
        try {
            Money money = Money.of(amount, code);
            if (money.isPositive()) {
                return Optional.of(money);
            }
        } catch (IllegalArgumentException e) {
            // Told below, as one that is not positive is.
        }
        refuse(field, TenderingRefusal.ESTIMATE_UNREADABLE, code);
        return Optional.empty();
    }

    /** Spaces group digits in most of Europe; commas are left alone, they mean two things. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private void documents() {
        if (draft.documents().size() > MOST_DOCUMENTS) {
            refuse("documents", TenderingRefusal.TOO_MANY_DOCUMENTS,
                    Integer.toString(MOST_DOCUMENTS));
        }
    }

    private void refuse(String field, TenderingRefusal code, String... details) {
        refusals.add(Refusal.at(field, code, details));
    }
}
