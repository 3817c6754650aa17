package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Callers;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/auctions/{id}/order}: one order and its reason, confirmed before it is given. */
@Named
@ViewScoped
public class OfficeAuctionOrder implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> ORDERS =
            Set.of("pause", "resume", "cancel", "extend", "annul", "exclude");
    private static final Set<String> ABOUT_ONE = Set.of("annul", "exclude");

    @Inject
    private Auctions auctions;
    @Inject
    private AuctionReports reports;
    @Inject
    private Callers callers;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private String order;
    private String lot;
    private String number;
    private String title;
    private String by;
    private String reason;

    public void load() {
        if (title != null) {
            return;
        }
        Optional<AuctionView> auction = reports.find(id)
                .filter(one -> callers.current().actsFor(one.organisation()))
                .filter(one -> one.lots().stream().anyMatch(line -> line.lot().equals(lot)));
        if (auction.isEmpty() || !ORDERS.contains(order) || isAboutOne() && number == null) {
            visit.notFound();
            return;
        }
        title = auction.get().title();
    }

    public void give() {
        Optional<Duration> longer = Typed.duration(by);
        if (order.equals("extend") && longer.isEmpty()) {
            messages.show(List.of(Refusal.at("by", by == null || by.isBlank()
                    ? FormRefusal.TYPED_NOTHING : FormRefusal.TYPED_NO_DURATION)));
            return;
        }
        Outcome<?> outcome = auctions.order(id, lot, order(longer.orElse(Duration.ZERO)));
        if (outcome instanceof Outcome.Refused<?>(List<Refusal> refusals)) {
            messages.show(refusals.stream().map(one ->
                    new Refusal(one.code(), "reason", one.details())).toList());
        } else {
            messages.done("auctionoffice.order." + order + ".done");
            visit.go("/office/auctions/" + id);
        }
    }

    private Order order(Duration longer) {
        String why = reason == null ? "" : reason.strip();
        return switch (order) {
            case "pause" -> new Order.Pause(why);
            case "resume" -> new Order.Resume(why);
            case "cancel" -> new Order.Cancel(why);
            case "extend" -> new Order.Extend(longer, why);
            case "annul" -> new Order.AnnulStanding(number, why);
            default -> new Order.Exclude(number, why);
        };
    }

    /** Whether it concerns one participant. */
    public boolean isAboutOne() {
        return ABOUT_ONE.contains(order);
    }

    /** Whether it cannot be taken back. */
    public boolean isIrrevocable() {
        return !Set.of("pause", "resume", "extend").contains(order);
    }

    public String getTitle() {
        return title;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
