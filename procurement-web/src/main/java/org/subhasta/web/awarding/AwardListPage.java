package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;
import org.subhasta.web.page.Texts;

/** The list of awards: everything it shows stands in its address. */
@Named
@RequestScoped
public class AwardListPage {

    private static final int PER_PAGE = 20;

    @Inject
    AwardReports awards;
    @Inject
    HttpServletRequest request;
    @Inject
    Texts texts;

    private AwardSearch.Result result;

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
        result = awards.search(AwardFilter.of(request.getParameterMap(), PER_PAGE));
    }

    public List<AwardSearch.Line> getItems() {
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
        return AwardFilter.word(result.search().sort());
    }

    public List<String> getOrders() {
        return Stream.of(AwardSearch.Sort.values()).map(AwardFilter::word).toList();
    }

    public List<Choice> getOutcomes() {
        return facet("outcome", result.search().outcome(), name -> texts.get(
                "awarding.outcome." + AwardFilter.word(AwardView.Outcome.valueOf(name))));
    }

    public List<Choice> getSources() {
        return facet("source", result.search().source(), name -> texts.get(
                "awarding.source." + AwardFilter.word(AwardView.Source.valueOf(name))));
    }

    public List<Choice> getBuyers() {
        String chosen = result.search().buyer();
        List<Choice> choices = new ArrayList<>(result.facets().get("buyer").stream()
                .map(f -> new Choice(f.value(), f.value(), f.count(), f.value().equals(chosen)))
                .toList());
        // What is chosen stays visible where it is not among the most frequent.
        if (!chosen.isEmpty() && choices.stream().noneMatch(Choice::chosen)) {
            choices.add(new Choice(chosen, chosen, 0, true));
        }
        return choices;
    }

    /** What is chosen, each to be taken away by a link. */
    public List<Tick> getTicks() {
        List<Tick> ticks = new ArrayList<>();
        Map.of("outcome", getOutcomes(), "source", getSources(), "buyer", getBuyers()).forEach(
                (name, choices) -> choices.stream().filter(Choice::chosen).forEach(
                        choice -> ticks.add(new Tick(choice.label(), "/awards" + query(name)))));
        return ticks;
    }

    /** The same search for programs: {@code /api/v1/awards.csv?…}. */
    public String export(String address) {
        return address + query("page");
    }

    private interface Label {
        String of(String name);
    }

    private List<Choice> facet(String name, String chosen, Label label) {
        return result.facets().get(name).stream().map(f -> new Choice(
                f.value().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                label.of(f.value()), f.count(), f.value().equals(chosen))).toList();
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
