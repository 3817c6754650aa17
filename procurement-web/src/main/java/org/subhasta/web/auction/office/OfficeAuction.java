package org.subhasta.web.auction.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.auction.Admitted;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Terms;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** {@code /office/auctions/{id}}: a published auction, who is admitted to it, and how it goes. */
@Named
@RequestScoped
public class OfficeAuction {

    @Inject
    private Auctions auctions;
    @Inject
    private AuctionDesk desk;
    @Inject
    private AuctionReports reports;
    @Inject
    private OrganisationReports organisations;
    @Inject
    private OfficeAuctions office;
    @Inject
    private Messages messages;
    @Inject
    private Texts texts;
    @Inject
    private Visit visit;

    private String id;
    private AuctionView auction;
    private LiveTerms terms;
    private Admitted admitted;
    private AdmissionForm admission;
    private List<LotPanel> lots;
    private Map<String, OrganisationView> names;

    /** Before anything typed is put into the form. */
    @PostConstruct
    void find() {
        id = visit.parameter("id");
        Optional<Admitted> own = desk.admitted(id);
        if (own.isPresent()) {
            auction = reports.find(id).orElseThrow();
            admitted = own.get();
            terms = desk.terms(id).orElseThrow();
            admission = new AdmissionForm(terms());
        }
    }

    public void load() {
        if (auction == null && desk.draft(id).isPresent()) {
            visit.go("/office/auctions/" + id + "/draft");
        } else if (auction == null) {
            visit.notFound();
        }
    }

    /** Of all lots alike but for prices. */
    private Terms terms() {
        return terms.file().lots().values().iterator().next();
    }

    public void admit() {
        messages.value(admission.admittance()).flatMap(one ->
                messages.value(auctions.admit(id, one))).ifPresent(admitted -> {
                    messages.done("auctionoffice.admitted");
                    visit.go("/office/auctions/" + id);
                });
    }

    public AuctionView getAuction() {
        return auction;
    }

    public List<LotPanel> getLots() {
        if (lots == null && auction != null) {
            Map<String, String> titles = terms.lotTitles();
            lots = auction.lots().stream().map(line -> LotPanel.of(line,
                    reports.lot(id, line.lot()).orElseThrow().view(), titles, terms(),
                    admitted.numbers())).toList();
        }
        return lots;
    }

    private Map<String, OrganisationView> names() {
        if (names == null) {
            names = admitted == null ? Map.of() : organisations.find(admitted.organisations());
        }
        return names;
    }

    /** A participant by name, or by its number until all lots have ended. */
    public String called(String participant) {
        OrganisationView known = names().get(participant);
        return known == null ? texts.of("auctionoffice.number", participant) : known.name();
    }

    /** Those admitted, by name: never in the order of their numbers. */
    public List<OrganisationView> getAdmitted() {
        return auction == null ? List.of() : names().values().stream().sorted(
                Comparator.comparing(OrganisationView::name)).toList();
    }

    /** Approved suppliers that are not admitted yet. */
    public List<OrganisationView> getCandidates() {
        if (auction == null) {
            return List.of();
        }
        Set<String> known = new HashSet<>(admitted.organisations());
        return organisations.suppliers().stream()
                .filter(one -> !known.contains(one.id())).toList();
    }

    /** Whether suppliers can still be admitted: until the first lot opens. */
    public boolean isAdmitting() {
        return auction != null && !isFollowing()
                && auction.lots().stream().allMatch(lot -> lot.state().equals("waiting"));
    }

    /** Whether it follows the opening of a tender's lot, whose bidders take part. */
    public boolean isFollowing() {
        return terms.follows().isPresent();
    }

    public Follows getFollows() {
        return terms.follows().orElse(null);
    }

    /** How many more have to be admitted, or it fails when it opens; 0 where enough are. */
    public int getMissing() {
        return auction == null ? 0 : Math.max(0,
                terms().minimumParticipants() - admitted.organisations().size());
    }

    /**
     * The address at which an order is given.
     *
     * @param number of the participant it is about; null for none
     */
    public String order(String order, String lot, String number) {
        return "/office/auctions/" + id + "/order?order=" + order + "&lot=" + encoded(lot)
                + (number == null ? "" : "&number=" + encoded(number));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public AdmissionForm getAdmission() {
        return admission;
    }

    public boolean isOpeningPositions() {
        return auction != null && !terms().phases().getFirst().mechanism().isClock();
    }

    public ZoneId getZone() {
        return office.getZone();
    }

    public String getId() {
        return id;
    }
}
