package org.subhasta.web.bidding;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.Part;
import org.subhasta.documents.Documents;

/**
 * What belongs to a bid, for those who may read it: {@code /bids/{id}/receipt} (compact JWS),
 * {@code /envelope} (the signed bytes), {@code /signature} (CMS in DER) and, once its part is
 * opened, {@code /statements/{part}.json}, {@code /statements/{part}.p7s}, {@code /files/{part}/{name}}.
 */
@WebServlet("/bids/*")
public class BidFiles extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "/(receipt|envelope|signature|statements/(bid|technical|price)\\.(json|p7s)"
            + "|files/(bid|technical|price)/(.+))");

    @Inject
    transient BidReports bids;
    @Inject
    transient Documents documents;

    /** A file to save: its name, its size in bytes, and who writes it. */
    private record Download(String name, long size, Content content) {
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Download> found = find(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Download download = found.get();
        // Saved, never shown: what bidders hand in is not run or rendered under our name.
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(download.size());
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("Cache-Control", "private, no-store");
        download.content().writeTo(response.getOutputStream());
    }

    private Optional<Download> find(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(parts.group(1));
        try {
            return switch (parts.group(2)) {
                case "receipt" -> bids.mine(id).map(OwnBid::receipt).map(receipt -> of(
                        "receipt-" + id + ".jws", receipt.jws().getBytes(StandardCharsets.US_ASCII)));
                case "envelope" -> bids.signed(id).map(SignedBytes::content)
                        .map(bytes -> of("envelope-" + id + ".json", bytes));
                case "signature" -> bids.signed(id).map(SignedBytes::signature)
                        .map(bytes -> of("envelope-" + id + ".p7s", bytes));
                default -> parts.group(3) == null ? file(id, parts.group(5), parts.group(6))
                        : statement(id, parts.group(3), parts.group(4));
            };
        } catch (EJBAccessException mayReadNoBidsAtAll) {
            return Optional.empty();
        }
    }

    private Optional<Download> statement(UUID id, String part, String kind) {
        return bids.statement(id, Part.of(part).orElseThrow())
                .map(signed -> kind.equals("json") ? signed.content() : signed.signature())
                .map(bytes -> of(part + "-" + id + "." + kind, bytes));
    }

    /** Nothing is kept of an empty file but its name. */
    private Optional<Download> file(UUID id, String part, String name) {
        return bids.attachment(id, Part.of(part).orElseThrow(), name)
                .map(file -> new Download(file.name(), file.size(), out -> {
                    if (file.sha256().isPresent()) {
                        documents.copy(file.sha256().get(), out);
                    }
                }));
    }

    private static Download of(String name, byte[] bytes) {
        return new Download(name, bytes.length, out -> out.write(bytes));
    }
}
