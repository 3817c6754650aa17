package org.subhasta.web.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.LotPast;
import org.subhasta.auction.LotView;
import org.subhasta.auction.format.ViewWriter;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.api.Problems;

/** How auctions are told and acts are answered over HTTP. */
@ApplicationScoped
public class AuctionAnswers {

    @Inject
    Problems problems;
    @Inject
    OrganisationReports organisations;

    /** The answer with its receipt; of a refusal the problem with its receipt. */
    Response of(ActAnswer answer) {
        if (!answer.accepted()) {
            return problem(new Outcome.Refused<ActAnswer>(List.of(answer.refusal().orElseThrow())),
                    Map.of("receipt", answer.jws()));
        }
        return Response.status(answer.repeated() ? Status.OK : Status.CREATED)
                .entity(Json.createObjectBuilder().add("outcome", "accepted")
                        .add("at", answer.at().toString()).add("receipt", answer.jws()).build())
                .build();
    }

    Response problem(Outcome.Refused<?> refused) {
        return problem(refused, Map.of());
    }

    private Response problem(Outcome.Refused<?> refused, Map<String, String> evidence) {
        StatusType status = status(refused.first().code());
        Response problem = problems.of(status, refused, evidence);
        return status == Status.TOO_MANY_REQUESTS
                ? Response.fromResponse(problem).header("Retry-After", "1").build() : problem;
    }

    private static StatusType status(Refusal.Code code) {
        return switch (code) {
            case AuctionRefusal refusal -> switch (refusal) {
                case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
                case ACT_MALFORMED -> Status.BAD_REQUEST;
                case AUCTION_UNKNOWN -> Status.NOT_FOUND;
                case NOT_ADMITTED -> Status.FORBIDDEN;
                case ACT_ID_REUSED, NOT_OPEN_YET, AUCTION_PAUSED, AUCTION_CLOSED,
                        BETWEEN_TURNS_OR_PHASES, NOT_IN_THIS_PHASE, NOT_YOUR_TURN,
                        STALE_CLOCK_PRICE, ADMISSION_OVER, ADMITTED_ALREADY, PAUSED_ALREADY,
                        NOT_PAUSED, NOTHING_TO_EXTEND, NOTHING_TO_TAKE_BACK -> Status.CONFLICT;
                default -> Problems.UNPROCESSABLE;
            };
            case PreparationRefusal refusal -> refusal == PreparationRefusal.AUCTION_NOT_ENDED
                    ? Status.CONFLICT : Problems.UNPROCESSABLE;
            case AwardingRefusal refusal -> switch (refusal) {
                case EVALUATION_NOT_FOUND, LOT_AUCTION_UNKNOWN -> Status.NOT_FOUND;
                case BIDS_NOT_OPENED, TENDER_NOT_EVALUABLE, ALREADY_AWARDED, EVALUATION_CHANGED,
                        LOT_AUCTION_BEGUN, LOT_AUCTION_UNDER_WAY -> Status.CONFLICT;
                default -> Problems.UNPROCESSABLE;
            };
            default -> Problems.UNPROCESSABLE;
        };
    }

    /** A published auction. */
    static JsonObject auction(AuctionView view) {
        JsonObjectBuilder lots = Json.createObjectBuilder();
        view.lots().forEach(lot -> {
            JsonObjectBuilder line = Json.createObjectBuilder().add("state", lot.state());
            lot.dueAt().ifPresent(at -> line.add("dueAt", at.toString()));
            lots.add(lot.lot(), line);
        });
        return Json.createObjectBuilder().add("id", view.id()).add("title", view.title())
                .add("organisation", view.organisation())
                .add("publishedAt", view.publishedAt().toString()).add("lots", lots).build();
    }

    /** What the caller may see of a lot; after its end with the names of those who stand. */
    JsonObject lot(LotView lot) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("auction", lot.auction())
                .add("lot", lot.lot()).add("now", lot.now().toString())
                .add("view", ViewWriter.write(lot.view()));
        Map<String, String> names = names(lot);
        if (!names.isEmpty()) {
            JsonObjectBuilder members = Json.createObjectBuilder();
            names.forEach(members::add);
            json.add("names", members);
        }
        return json.build();
    }

    /** What everybody could see of a lot so far. */
    static JsonObject past(LotPast past) {
        JsonArrayBuilder prices = Json.createArrayBuilder();
        past.prices().forEach(point -> prices.add(Json.createObjectBuilder()
                .add("at", point.at().toString()).add("price", point.price().decimal())));
        JsonArrayBuilder notices = Json.createArrayBuilder();
        past.notices().forEach(notice -> {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("at", notice.at().toString()).add("what", word(notice.what()));
            notice.reason().ifPresent(reason -> json.add("reason", reason));
            notices.add(json);
        });
        return Json.createObjectBuilder().add("prices", prices).add("notices", notices).build();
    }

    /** As texts and the interface write a constant: {@code end-moved}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names of organisations by identifier; nobody's before the end. */
    Map<String, String> names(LotView lot) {
        return lot.view().status() != AudienceView.Status.ENDED ? Map.of()
                : organisations.find(lot.view().standings().stream().map(AudienceView.Line::name)
                        .toList()).values().stream().collect(Collectors.toMap(
                                OrganisationView::id, OrganisationView::name));
    }
}
