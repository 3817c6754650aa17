package org.subhasta.web.publication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.subhasta.kernel.Outcome;
import org.subhasta.publication.Checking;
import org.subhasta.signing.command.Exit;
import org.subhasta.verification.Finding;
import org.subhasta.verification.Verifier;
import org.subhasta.verification.Words;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/**
 * {@code /verify}: tells in words what was checked in the files that were sent, or in everything
 * published of an award ({@code ?award=ID}) or an auction ({@code ?auction=ID}). Stateless: the form
 * is plain HTML, its answer is this same page, and nothing is kept.
 */
@Named
@RequestScoped
public class VerifyPage {

    private static final String FIELD = "file";
    /** More lines than these are folded, under the verdict. */
    private static final int FEW_LINES = 12;

    @Inject
    Checking checking;
    @Inject
    Messages messages;
    @Inject
    Visit visit;
    @Inject
    Texts texts;

    private List<Result> results = List.of();

    /** A file with what was found, in words. */
    public record Result(String name, String kind, String verdict, String tone, String word,
            List<Line> lines, boolean folded) {
    }

    /** One thing that was checked. */
    public record Line(String mark, String word, String sentence) {
    }

    public void load() throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        if ("POST".equals(request.getMethod())) {
            show(messages.value(checking.check(files(request))));
            return;
        }
        published("award", checking::award);
        published("auction", checking::auction);
    }

    private void published(String kind,
            Function<String, Optional<Outcome<List<Verifier.Checked>>>> check) {
        String id = visit.parameter(kind);
        if (id != null && !id.isEmpty()) {
            check.apply(id).ifPresentOrElse(
                    checked -> show(messages.value(checked)), visit::notFound);
        }
    }

    /** What is larger than all that is checked is not read to its end: the door then refuses it. */
    private static Map<String, byte[]> files(HttpServletRequest request)
            throws IOException, ServletException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return files;
        }
        int room = Checking.MAXIMUM_BYTES + 1;
        for (Part part : request.getParts()) {
            if (part.getName().equals(FIELD) && part.getSize() > 0) {
                try (InputStream in = part.getInputStream()) {
                    byte[] content = in.readNBytes(room);
                    room -= content.length;
                    files.put(name(part, files.size() + 1), content);
                }
            }
            part.delete();
        }
        return files;
    }

    private static String name(Part part, int number) {
        String name = part.getSubmittedFileName() == null ? "" : part.getSubmittedFileName();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? Integer.toString(number) : last.strip();
    }

    private void show(Optional<List<Verifier.Checked>> checked) {
        Words words = new Words(texts.locale());
        results = checked.orElse(List.of()).stream()
                .map(one -> result(one, words)).toList();
    }

    private static Result result(Verifier.Checked checked, Words words) {
        Exit exit = checked.report().exit();
        List<Line> lines = checked.report().findings().stream().map(finding -> new Line(
                finding.mark().name(), words.of(finding.mark()), words.of(finding))).toList();
        return new Result(checked.name(), words.of(checked.kind()),
                words.verdict(checked.report()), tone(exit), words.of(mark(exit)), lines,
                lines.size() > FEW_LINES && exit == Exit.HOLDS);
    }

    private static String tone(Exit exit) {
        return switch (exit) {
            case HOLDS -> "open";
            case NOT_TRUSTED -> "soon";
            case WRONG, USAGE -> "danger";
        };
    }

    private static Finding.Mark mark(Exit exit) {
        return switch (exit) {
            case HOLDS -> Finding.Mark.HOLDS;
            case NOT_TRUSTED -> Finding.Mark.NOT_TRUSTED;
            case WRONG, USAGE -> Finding.Mark.WRONG;
        };
    }

    public List<Result> getResults() {
        return results;
    }

    public int getMegabytes() {
        return Checking.MAXIMUM_BYTES >> 20;
    }

    public int getBytes() {
        return Checking.MAXIMUM_BYTES;
    }
}
