package org.subhasta.signing.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.TimeStampUnavailable.Reason;
import org.subhasta.signing.Trust;

@DisplayName("A time-stamp authority over HTTP")
class TimeStampClientTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant BEGAN = NOW.minus(Duration.ofDays(1));
    private static final CertificateAuthority ROOT = CertificateAuthority.create("Root", BEGAN);
    private static final Trust TRUST = Trust.of(List.of(ROOT.certificate()));
    private static final TimeStampAuthority AUTHORITY = new TimeStampAuthority(
            ROOT.issueTimeStamper("Time-stamps", "Example", "NL", BEGAN),
            InstantSource.fixed(NOW));
    private static final byte[] DIGEST = Sha256.digest(new byte[] {1});

    private final AtomicInteger asked = new AtomicInteger();
    private UnaryOperator<byte[]> answers = AUTHORITY::answer;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/timestamp", exchange -> {
            asked.incrementAndGet();
            byte[] answer = answers.apply(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/timestamp");
    }

    private TimeStamp stamp(Trust trust, Instant now, Optional<String> policy, URI... others)
            throws TimeStampUnavailable {
        List<URI> all = new ArrayList<>(List.of(others));
        all.add(address());
        return new TimeStampClient(all, policy, trust, InstantSource.fixed(now),
                new Reach(Set.of(), true, Duration.ofSeconds(5))).stamp(DIGEST);
    }

    private Reason fails(Trust trust, Instant now, Optional<String> policy) {
        return assertThrows(TimeStampUnavailable.class,
                () -> stamp(trust, now, policy)).reason();
    }

    @Test
    @DisplayName("stamps, under the policy asked for")
    void stamps() throws TimeStampUnavailable {
        TimeStamp stamp = stamp(TRUST, NOW, Optional.of(TimeStampAuthority.POLICY));
        assertEquals(NOW, stamp.time());
        assertEquals(AUTHORITY.certificate(), stamp.authority());
    }

    @Test
    @DisplayName("is passed over for the next one where it does not answer")
    void next() throws TimeStampUnavailable {
        assertEquals(NOW, stamp(TRUST, NOW, Optional.empty(),
                URI.create("http://127.0.0.1:1/nobody")).time());
    }

    @Test
    @DisplayName("that is not there, refuses, is a stranger, or has another clock gives none")
    void failures() {
        assertEquals(Reason.REFUSED, fails(TRUST, NOW, Optional.of("1.2.3.4")));
        assertEquals(Reason.INVALID, fails(Trust.of(List.of()), NOW, Optional.empty()));
        assertEquals(Reason.INVALID, fails(TRUST, NOW.plusSeconds(301), Optional.empty()));
        answers = question -> new byte[] {0x30, 0};
        assertEquals(Reason.INVALID, fails(TRUST, NOW, Optional.empty()));
        server.stop(0);
        assertEquals(Reason.UNREACHABLE, fails(TRUST, NOW, Optional.empty()));
    }

    @Test
    @DisplayName("that answers an earlier question again gives none: the nonce is another")
    void replayed() throws TimeStampUnavailable {
        byte[][] first = new byte[1][];
        answers = question -> first[0] = AUTHORITY.answer(question);
        stamp(TRUST, NOW, Optional.empty());
        answers = question -> first[0];
        assertEquals(Reason.INVALID, fails(TRUST, NOW, Optional.empty()));
        assertEquals(2, asked.get());
    }
}
