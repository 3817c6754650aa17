package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.auction.AuctionSearch;
import org.subhasta.auction.AuctionSearches;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Texts;

/** The list of auctions: everything it shows stands in its address. */
@Named
@RequestScoped
public class AuctionListPage {

    private static final int PER_PAGE = 20;

    @Inject
    AuctionSearches auctions;
    @Inject
    OrganisationReports organisations;
    @Inject
    Callers callers;
    @Inject
    HttpServletRequest request;
    @Inject
    Texts texts;

    private AuctionSearch.Result result;
    private Map<String, OrganisationView> names = Map.of();

    /**
     * One value of a filter to choose.
     *
     * @param value as the address has it
     * @param label for people
     */
    public record Choice(String value, String label, long count, boolean chosen) {
    }

    /** What is chosen, and the address without it. */
    public record Tick(String label, String without) {
    }

    public void load() {
        String page = parameter("page");
        String mine = isMine() ? callers.signedIn().map(Caller::organisation).orElse("") : "";
        result = auctions.search(new AuctionFilter(request).search(mine,
                page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1, PER_PAGE));
        Set<String> ids = new HashSet<>();
        result.lines().forEach(line -> ids.add(line.organisation()));
        result.facets().get("organisation").forEach(facet -> ids.add(facet.value()));
        names = organisations.find(ids);
    }

    private String parameter(String name) {
        return new AuctionFilter(request).parameter(name);
    }

    public List<AuctionSearch.Line> getItems() {
        return result.lines();
    }

    public long getTotal() {
        return result.found();
    }

    public int getPage() {
        return result.search().page();
    }

    public int getPages() {
        return (int) ((result.found() + PER_PAGE - 1) / PER_PAGE);
    }

    public String getText() {
        return result.search().text();
    }

    public String getOrder() {
        return AuctionFilter.word(result.search().sort());
    }

    public List<String> getOrders() {
        return Stream.of(AuctionSearch.Sort.values()).map(AuctionFilter::word).toList();
    }

    /** Whether only those are shown to which the reader's organisation was admitted. */
    public boolean isMine() {
        return parameter("mine").equals("true") && request.getUserPrincipal() != null;
    }

    /** An organisation's name; its identifier where it has none any more. */
    public String name(String organisation) {
        return Optional.ofNullable(names.get(organisation)).map(OrganisationView::name)
                .orElse(organisation);
    }

    public List<Choice> getStatuses() {
        String chosen = result.search().status();
        return result.facets().get("status").stream().map(facet -> new Choice(facet.value(),
                texts.get("auction.status." + facet.value()), facet.count(),
                facet.value().equals(chosen))).toList();
    }

    public List<Choice> getOrganisations() {
        String chosen = result.search().organisation();
        return result.facets().get("organisation").stream().map(facet -> new Choice(facet.value(),
                name(facet.value()), facet.count(), facet.value().equals(chosen))).toList();
    }

    /** What is chosen, each to be taken away by a link. */
    public List<Tick> getTicks() {
        List<Tick> ticks = new ArrayList<>();
        tick(ticks, "status", getStatuses());
        tick(ticks, "organisation", getOrganisations());
        if (isMine()) {
            ticks.add(new Tick(texts.get("auction.mine"), "/auctions" + query("mine")));
        }
        return ticks;
    }

    /** An address of the interface that gives the same. */
    public String export(String address) {
        return address + query("mine");
    }

    private void tick(List<Tick> ticks, String name, List<Choice> choices) {
        choices.stream().filter(Choice::chosen).forEach(choice ->
                ticks.add(new Tick(choice.label(), "/auctions" + query(name))));
    }

    private String query(String without) {
        String query = request.getParameterMap().entrySet().stream()
                .filter(p -> !p.getKey().equals(without) && !p.getKey().equals("page"))
                .flatMap(p -> Stream.of(p.getValue()).filter(v -> !v.isEmpty())
                        .map(v -> encode(p.getKey()) + "=" + encode(v)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
