package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.Announcements;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Receipt;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.page.Say;
import org.subhasta.web.page.Texts;

/**
 * Takes the announcement of a sealed bid that {@code signing.js} signed, while its page stays where
 * it is with the bid in it: {@code POST /announcements/{tender}}, a form of {@code statement} and
 * {@code signature} in base64. The answer is for people, as JSON:
 * <code>{"accepted": true, "said": ["…"]}</code>.
 */
@WebServlet("/announcements/*")
public class AnnouncementForm extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Announcements announcements;
    @Inject
    transient BoxReports boxes;
    @Inject
    transient Texts texts;
    @Inject
    transient Say say;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tender = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<byte[]> statement = decoded(request, "statement");
        Optional<byte[]> signature = decoded(request, "signature");
        if (statement.isEmpty() || signature.isEmpty()) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, List.of(texts.of(
                    Refusal.of(BiddingRefusal.ENVELOPE_MALFORMED, "announcement"))));
            return;
        }
        Answer answer = announcements.announce(tender, statement.get(), signature.get());
        if (answer.accepted()) {
            answer(response, HttpServletResponse.SC_OK,
                    List.of(received(answer.receipt().orElseThrow())));
        } else {
            answer(response, HttpServletResponse.SC_CONFLICT,
                    answer.refusals().stream().map(texts::of).toList());
        }
    }

    private String received(Receipt receipt) {
        BoxView box = boxes.find(receipt.box()).orElseThrow();
        return texts.of("bidding.announced.received",
                say.exact(receipt.at(), box.terms().zone()),
                say.instant(box.graceEndsAt(), box.terms().zone()));
    }

    private static void answer(HttpServletResponse response, int status, List<String> said)
            throws IOException {
        JsonArrayBuilder sentences = Json.createArrayBuilder();
        said.forEach(sentences::add);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "private, no-store");
        response.getOutputStream().write(Json.createObjectBuilder()
                .add("accepted", status == HttpServletResponse.SC_OK)
                .add("said", sentences)
                .build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> decoded(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name))
                    .map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
