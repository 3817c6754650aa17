package org.subhasta.web.tendering;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.documents.Documents;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.TenderDocument;
import org.subhasta.web.page.Visit;

/**
 * Files of tenders: documents of published ones for everybody, of drafts for their officers, and a
 * deadline for the calendar. Documents are always saved and never shown in our own origin.
 */
@WebServlet("/files/tenders/*")
public class TenderFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern DOCUMENT = Pattern.compile("/([0-9a-z]{12})/([0-9a-f]{64})");
    private static final Pattern DEADLINE = Pattern.compile("/([0-9a-z]{12})/deadline\\.ics");

    @Inject
    private TenderReports tenders;
    @Inject
    private Tenders drafts;
    @Inject
    private Documents documents;
    @Inject
    private Callers callers;
    @Inject
    private Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Matcher document = DOCUMENT.matcher(path);
        Matcher deadline = DEADLINE.matcher(path);
        if (document.matches()) {
            document(document.group(1), document.group(2), request, response);
        } else if (deadline.matches()) {
            deadline(deadline.group(1), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void document(String tender, String sha256, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Optional<TenderDocument> published = tenders.find(tender)
                .flatMap(view -> named(view.documents(), sha256));
        Optional<TenderDocument> found = published.or(() -> draft(tender, sha256));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(found.get(), published.isPresent(), request, response);
    }

    private Optional<TenderDocument> draft(String tender, String sha256) {
        return callers.signedIn().filter(caller -> caller.is(Role.OFFICER)).isEmpty()
                ? Optional.empty()
                : drafts.draft(tender).flatMap(view -> named(view.draft().documents(), sha256));
    }

    private static Optional<TenderDocument> named(List<TenderDocument> documents,
            String sha256) {
        return documents.stream().filter(d -> d.sha256().equals(sha256)).findFirst();
    }

    private void send(TenderDocument document, boolean published, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        String tag = "\"" + document.sha256() + "\"";
        response.setHeader("ETag", tag);
        // The address names the content, so what it gives never changes.
        response.setHeader("Cache-Control",
                published ? "public, max-age=31536000, immutable" : "private, no-store");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Content-Disposition", FileName.attachment(document.name()));
        if (!request.getMethod().equals("HEAD")) {
            documents.copy(document.sha256(), response.getOutputStream());
        }
    }

    private void deadline(String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<TenderView> tender = tenders.find(id).filter(t -> t.closing().isPresent());
        if (tender.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String base = System.getProperty("subhasta.address",
                request.getScheme() + "://" + request.getHeader("Host"));
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", FileName.attachment("deadline.ics"));
        response.getWriter().write(
                CalendarEntry.of(tender.get(), base + "/tenders/" + id, visit.getNow()));
    }
}
