package org.subhasta.web.trust;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.trust.PlatformTimeStamps;

/**
 * {@code POST /timestamp}: RFC 3161 over HTTP (section 3.4). What the request itself lacks is told
 * in the answer, with status 200, as the standard has it; other statuses are for what is no request
 * at all. Only a digest comes in, and nothing is kept.
 */
@WebServlet("/timestamp")
public class TimeStampAnswers extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";

    /** Each costs one signature: strangers may not have all of the machine. */
    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 2;
    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    @Inject
    private transient PlatformTimeStamps timeStamps;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).split(";")[0].strip().equals(QUERY)) {
            say(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Send a time-stamp request (RFC 3161) as " + QUERY + ".");
            return;
        }
        byte[] query = request.getInputStream()
                .readNBytes(TimeStampAuthority.MAXIMUM_REQUEST_BYTES + 1);
        if (query.length > TimeStampAuthority.MAXIMUM_REQUEST_BYTES) {
            say(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "A time-stamp request has at most "
                            + TimeStampAuthority.MAXIMUM_REQUEST_BYTES + " bytes.");
            return;
        }
        try {
            Optional<byte[]> answer = inTurn(query);
            if (answer.isEmpty()) {
                say(response, HttpServletResponse.SC_NOT_FOUND,
                        "This platform has its time-stamps from another authority.");
                return;
            }
            response.setContentType(REPLY);
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(answer.get());
        } catch (TimeStampUnavailable e) {
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "No time-stamps are given just now.");
        }
    }

    private Optional<byte[]> inTurn(byte[] query) throws TimeStampUnavailable {
        try {
            if (!PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeStampUnavailable(
                        TimeStampUnavailable.Reason.REFUSED, "too many ask at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampUnavailable(TimeStampUnavailable.Reason.REFUSED, "interrupted");
        }
        try {
            return timeStamps.answer(query);
        } finally {
            PLACES.release();
        }
    }

    private static void say(HttpServletResponse response, int status, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
