package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.Trust;
import org.subhasta.signing.online.Reach;
import org.subhasta.signing.online.TimeStampClient;

/** The platform's own time-stamp authority, as strangers and their programs use it. */
@ExtendWith(WithPlatform.class)
class TimeStampIT {

    private static final String QUERY = "application/timestamp-query";

    @TempDir
    private Path folder;

    @Test
    void openSslAsksAndVerifiesTheAnswer(TestPlatform platform) throws Exception {
        Path content = Files.writeString(folder.resolve("content"), "what was there");
        Path query = folder.resolve("q.tsq");
        Path reply = folder.resolve("q.tsr");
        openSsl("ts", "-query", "-data", content.toString(), "-sha256", "-cert", "-out",
                query.toString());
        HttpResponse<byte[]> answer = post(platform, QUERY, Files.readAllBytes(query));
        assertEquals(200, answer.statusCode());
        assertEquals(Optional.of("application/timestamp-reply"),
                answer.headers().firstValue("Content-Type"));
        Files.write(reply, answer.body());
        openSsl("ts", "-verify", "-in", reply.toString(), "-queryfile", query.toString(),
                "-CAfile", platform.data().resolve("trust/time-stamps/platform.pem").toString());
    }

    @Test
    void ourOwnClientHasATimeStampOfNow(TestPlatform platform) throws Exception {
        byte[] digest = Sha256.digest(new byte[] {1, 2, 3});
        TimeStamp stamp = new TimeStampClient(
                List.of(URI.create(platform.address() + "/timestamp")), Optional.empty(),
                Trust.folder(platform.data().resolve("trust")), () -> now(platform),
                new Reach(Set.of("localhost"), true, Duration.ofSeconds(20)))
                .stamp(digest);
        assertTrue(Duration.between(stamp.time(), now(platform)).abs()
                .compareTo(Duration.ofMinutes(5)) < 0, stamp.time().toString());
    }

    @Test
    void whatIsNoRequestIsToldSoInTheStandardsOwnWay(TestPlatform platform) throws Exception {
        HttpResponse<byte[]> answer = post(platform, QUERY, new byte[] {1, 2, 3});
        assertEquals(200, answer.statusCode());
        // TimeStampResp { status { 2 rejection, text, badDataFormat } }
        assertArrayEquals(new byte[] {0x02, 0x01, 0x02}, Arrays.copyOfRange(
                answer.body(), 4, 7));
    }

    @Test
    void aBodyOfAnotherKindOrSizeIsNotRead(TestPlatform platform) throws Exception {
        assertEquals(415, post(platform, "application/json", new byte[] {'{', '}'}).statusCode());
        assertEquals(413, post(platform, QUERY, new byte[4 * 1024 + 1]).statusCode());
        assertEquals(405, platform.get("/timestamp").statusCode());
    }

    /** The platform's own time, which other tests may have moved from inside the server. */
    private static Instant now(TestPlatform platform) {
        Path moved = platform.data().resolve("clock-offset");
        try {
            return Instant.now().plus(Files.exists(moved)
                    ? Duration.parse(Files.readString(moved).strip()) : Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openSsl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Tool.Said said = Tool.run(command.toArray(String[]::new));
        assertEquals(0, said.status(), said.output());
    }

    private static HttpResponse<byte[]> post(TestPlatform platform, String type, byte[] body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(
                            URI.create(platform.address() + "/timestamp"))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
