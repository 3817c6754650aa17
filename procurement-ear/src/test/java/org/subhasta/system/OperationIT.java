package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.subhasta.system.clock.MovableClock;

/** What those who run the platform rely on. */
@ExtendWith(WithPlatform.class)
class OperationIT {

    @Test
    void readinessAnswersWithoutAnAccount(TestPlatform platform) throws Exception {
        HttpResponse<String> answer = platform.get("/api/ready");
        assertEquals(200, answer.statusCode());
        assertEquals("{\"ready\":true}", answer.body());
    }

    @Test
    void theDescriptionOfTheInterfaceIsOnTheSamePort(TestPlatform platform) throws Exception {
        HttpResponse<String> answer = platform.get("/openapi");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\nopenapi: 3."), answer.body());
    }

    @Test
    void noAnswerNamesTheServersSoftware(TestPlatform platform) throws Exception {
        HttpResponse<String> answer = platform.get("/no-such-page");
        assertEquals(404, answer.statusCode());
        assertEquals("", header(answer, "Server"));
        assertEquals("", header(answer, "X-Powered-By"));
    }

    @Test
    void textIsSentCompressedToWhoAcceptsIt(TestPlatform platform) throws Exception {
        assertEquals("gzip",
                header(platform.get("/", "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @Test
    void anIdFromTheProxyIsKeptAndAHarmfulOneReplaced(TestPlatform platform) throws Exception {
        assertEquals("proxy-12345", header(
                platform.get("/api/ready", "X-Request-Id", "proxy-12345"), "X-Request-Id"));
        String own = header(platform.get("/api/ready", "X-Request-Id", "a b\"}"), "X-Request-Id");
        assertTrue(own.matches("[0-9a-z]{12}"), own);
    }

    @Test
    void theLogOfACleanStartHasNoWarning(TestPlatform platform) throws IOException {
        List<String> start = platform.log().stream()
                .takeWhile(line -> !line.contains("WFLYSRV0025")).toList();
        assertTrue(start.size() > 10, "the log has the start");
        assertEquals(List.of(), start.stream()
                .filter(line -> !line.contains("\"level\":\"INFO\"")).toList());
    }

    @Test
    void everyLineOfTheLogIsOneJsonObject(TestPlatform platform) throws IOException {
        for (String line : platform.log()) {
            assertTrue(line.startsWith("{\"at\":\"") && line.endsWith("}"), line);
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk(TestPlatform platform) throws Exception {
        try (Connection connection = platform.owner()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet row = connection.createStatement()
                        .executeQuery("SHOW " + setting)) {
                    row.next();
                    assertEquals("on", row.getString(1), setting);
                }
            }
        }
    }

    @Test
    void theShippedApplicationCannotMoveItsClock() throws IOException {
        Path shipped = TestPlatform.installation().resolve("application");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(file.getFileName().toString().contains("clock"), file.toString());
                if (file.toString().endsWith(".jar") || file.toString().endsWith(".class")) {
                    assertFalse(contains(file, MovableClock.class.getSimpleName() + ".class"),
                            file.toString());
                }
            }
        }
    }

    /** Names of files stand uncompressed in a jar. */
    private static boolean contains(Path file, String name) throws IOException {
        return new String(Files.readAllBytes(file),
                java.nio.charset.StandardCharsets.ISO_8859_1).contains(name);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
