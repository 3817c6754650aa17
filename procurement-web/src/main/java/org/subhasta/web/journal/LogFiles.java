package org.subhasta.web.journal;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subhasta.journal.LogHead;
import org.subhasta.journal.LogReports;
import org.subhasta.signing.log.ConsistencyFile;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.Tile;

/** The log as the static files of C2SP tlog-tiles, its verifier key, and proofs that it grows. */
@WebServlet({"/log/checkpoint", "/log/key", "/log/tile/*", "/log/consistency/*"})
public class LogFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TEXT = "text/plain; charset=utf-8";
    /** What a path names never changes: a partial tile is another path than the full one. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Pattern SIZES =
            Pattern.compile("/(0|[1-9][0-9]{0,17})/(0|[1-9][0-9]{0,17})");

    @EJB
    private transient LogReports log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (request.getServletPath()) {
            case "/log/key" -> send(response, TEXT, "no-cache",
                    (log.verifierKey() + "\n").getBytes(StandardCharsets.UTF_8));
            case "/log/checkpoint" -> checkpoint(response);
            case "/log/consistency" -> consistency(request, response);
            default -> tile(request, response);
        }
    }

    private void checkpoint(HttpServletResponse response) throws IOException {
        Optional<LogHead> head = log.head();
        if (head.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(response, TEXT, "no-cache",
                    head.get().note().toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@code FROM/TO}: as the file that {@code ./subhasta verify} reads beside two heads. */
    private void consistency(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Optional<ConsistencyProof> proof = !SIZES.matcher(path).matches() ? Optional.empty()
                : log.consistency(Long.parseLong(path.split("/")[1]),
                        Long.parseLong(path.split("/")[2]));
        if (proof.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(response, TEXT, FOR_EVER, ConsistencyFile.write(proof.get()));
        }
    }

    private void tile(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo();
        Optional<byte[]> tile;
        try {
            tile = log.tile(Tile.parse(path == null ? "" : path.substring(1)));
        } catch (Malformed e) {
            tile = Optional.empty();
        }
        if (tile.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            send(response, "application/octet-stream", FOR_EVER, tile.get());
        }
    }

    private static void send(
            HttpServletResponse response, String type, String caching, byte[] content)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", caching);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
