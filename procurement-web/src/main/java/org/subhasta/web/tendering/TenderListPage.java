package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.tendering.TenderList;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;
import org.subhasta.web.page.Texts;

/** The list of tenders: everything it shows stands in its address. */
@Named
@RequestScoped
public class TenderListPage {

    private static final int PER_PAGE = 20;
    /** Buyers shown without unfolding. */
    private static final int FEW = 8;

    @Inject
    private TenderReports tenders;
    @Inject
    private HttpServletRequest request;
    @Inject
    private Texts texts;

    private TenderFilter filter;
    private TenderList list;
    private int page;

    /**
     * One value of a filter as a box to tick.
     *
     * @param value   as the address has it
     * @param label   for people
     * @param count   how many tenders have it
     * @param ticked  whether it is asked for
     */
    public record Box(String value, String label, long count, boolean ticked) {
    }

    /** A tick that is set, and the address without it. */
    public record Tick(String label, String without) {
    }

    public void load() {
        Map<String, String[]> parameters = request.getParameterMap();
        filter = TenderFilter.of(parameters, true);
        String asked = request.getParameter("page");
        page = asked != null && asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
        list = tenders.search(filter.query((page - 1) * PER_PAGE, PER_PAGE));
    }

    public List<TenderSummary> getItems() {
        return list.items();
    }

    public long getTotal() {
        return list.total();
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return (int) ((list.total() + PER_PAGE - 1) / PER_PAGE);
    }

    public String getText() {
        return filter.text();
    }

    public String getOrder() {
        return filter.order().name().toLowerCase(Locale.ROOT);
    }

    public List<String> getOrders() {
        return Stream.of(TenderQuery.Order.values())
                .map(order -> order.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether only open tenders are shown, as nobody asked for others. */
    public boolean isOnlyOpen() {
        return filter.phases().equals(Set.of(Phase.OPEN));
    }

    /** How many would be found whatever their phase. */
    public long getInAnyPhase() {
        return list.phases().stream().mapToLong(TenderList.Facet::count).sum();
    }

    public List<Box> getPhases() {
        Map<String, Long> counts = list.phases().stream().collect(
                Collectors.toMap(TenderList.Facet::value, TenderList.Facet::count));
        return Stream.of(Phase.values())
                .map(phase -> new Box(phase.word(), texts.get("tendering.phase." + phase.word()),
                        counts.getOrDefault(phase.name(), 0L), filter.phases().contains(phase)))
                .filter(box -> box.count() > 0 || box.ticked()).toList();
    }

    public List<Box> getOrigins() {
        return list.origins().stream().map(facet -> Origin.valueOf(facet.value()))
                .map(origin -> new Box(origin.name().toLowerCase(Locale.ROOT),
                        texts.get("tendering.origin." + origin.name().toLowerCase(Locale.ROOT)),
                        count(list.origins(), origin.name()),
                        filter.origin().filter(o -> o == origin).isPresent())).toList();
    }

    public List<Box> getDivisions() {
        return boxes(list.divisions(), filter.divisions());
    }

    public List<Box> getBuyers() {
        return boxes(list.buyers(), filter.buyers());
    }

    /** The most frequent ones and those ticked. */
    public List<Box> few(List<Box> boxes) {
        return Stream.concat(boxes.stream().limit(FEW),
                boxes.stream().skip(FEW).filter(Box::ticked)).toList();
    }

    /** The others, to unfold. */
    public List<Box> rest(List<Box> boxes) {
        return boxes.stream().skip(FEW).filter(box -> !box.ticked()).limit(200).toList();
    }

    private static List<Box> boxes(List<TenderList.Facet> facets, Set<String> ticked) {
        List<Box> boxes = new ArrayList<>(facets.stream()
                .map(facet -> new Box(facet.value(),
                        facet.label().isEmpty() ? facet.value() : facet.label(),
                        facet.count(), ticked.contains(facet.value()))).toList());
        // What is asked for stays visible where nothing is left of it, or nobody could untick it.
        ticked.stream().filter(value -> facets.stream().noneMatch(f -> f.value().equals(value)))
                .forEach(value -> boxes.add(new Box(value, value, 0, true)));
        return boxes;
    }

    private static long count(List<TenderList.Facet> facets, String value) {
        return facets.stream().filter(facet -> facet.value().equals(value))
                .mapToLong(TenderList.Facet::count).findFirst().orElse(0);
    }

    /** What is ticked beyond the open ones, each to be taken away by a link. */
    public List<Tick> getTicks() {
        List<Tick> ticks = new ArrayList<>();
        getOrigins().stream().filter(Box::ticked)
                .forEach(box -> ticks.add(tick("origin", box)));
        getDivisions().stream().filter(Box::ticked).forEach(box -> ticks.add(tick("cpv", box)));
        getBuyers().stream().filter(Box::ticked).forEach(box -> ticks.add(tick("buyer", box)));
        return ticks;
    }

    private Tick tick(String name, Box box) {
        return new Tick(box.label(), "/tenders?" + request.getParameterMap().entrySet().stream()
                .filter(p -> !p.getKey().equals("page"))
                .flatMap(p -> Stream.of(p.getValue())
                        .filter(v -> !(p.getKey().equals(name) && v.equals(box.value())))
                        .map(v -> encode(p.getKey()) + "=" + encode(v)))
                .collect(Collectors.joining("&")));
    }

    /** The same search for programs: {@code /api/v1/tenders.csv?…}. */
    public String export(String address) {
        String query = Stream.concat(
                        request.getParameterMap().containsKey("phase") ? Stream.of()
                                : Stream.of("phase=open"),
                        request.getParameterMap().entrySet().stream()
                                .filter(p -> !p.getKey().equals("page"))
                                .flatMap(p -> Stream.of(p.getValue()).filter(v -> !v.isEmpty())
                                        .map(v -> encode(p.getKey()) + "=" + encode(v))))
                .collect(Collectors.joining("&"));
        return address + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
