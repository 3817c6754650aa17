package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpeningDuty;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;

/** The openings that its reader is a member of: {@code /desk/openings}. */
@Named
@RequestScoped
public class OpeningDesk {

    @Inject
    Openings openings;
    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;

    private List<Line> lines;

    /**
     * One opening with what it is for.
     *
     * @param tone how its status looks
     * @param word what is to be done: key of a text
     */
    public record Line(OpeningDuty duty, BoxView box, String title, String tone, String word) {
    }

    /** What is to be done first stands first. */
    public List<Line> getLines() {
        if (lines == null) {
            lines = openings.mine().stream().map(duty -> new Line(duty,
                    boxes.find(duty.box()).orElseThrow(),
                    tenders.find(duty.box()).map(TenderView::title).orElse(duty.box()),
                    tone(duty), "bidding.duty." + word(duty))).toList();
        }
        return lines;
    }

    private static String word(OpeningDuty duty) {
        if (duty.toOpen().isPresent()) {
            return "open";
        }
        if (duty.givenUp()) {
            return "abandoned";
        }
        return switch (duty.state()) {
            case BoxState.Open open -> duty.rehearsed() ? "rehearsed" : "rehearse";
            case BoxState.Closed closed -> "acted";
            case BoxState.TechnicalOpened opened -> "evaluation";
            case BoxState.Released released -> "acted";
            case BoxState.Opened opened -> "opened";
            case BoxState.Abandoned abandoned -> "abandoned";
        };
    }

    private static String tone(OpeningDuty duty) {
        return switch (word(duty)) {
            case "open", "rehearse" -> "soon";
            case "rehearsed", "acted" -> "open";
            default -> "closed";
        };
    }
}
