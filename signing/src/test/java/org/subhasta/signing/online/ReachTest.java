package org.subhasta.signing.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Calls to addresses that strangers name")
class ReachTest {

    private static final Reach HERE = new Reach(Set.of(), true, Duration.ofSeconds(2));

    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ten", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100_000; i++) {
                    body.write(new byte[1000]);
                }
            }
        });
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            // and never ends it: the connection stays open until the server stops
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", base + "/ten");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        base = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static IOException refused(Reach reach, String address) {
        return assertThrows(IOException.class,
                () -> new Calls(reach).get(URI.create(address), 100));
    }

    @Test
    @DisplayName("bring what is there, up to the size taken")
    void size() throws IOException {
        assertEquals(10, new Calls(HERE).get(URI.create(base + "/ten"), 10).length);
        assertThrows(IOException.class,
                () -> new Calls(HERE).get(URI.create(base + "/ten"), 9));
        assertTrue(refused(HERE, base + "/endless").getMessage().contains("more than 100 bytes"));
    }

    @Test
    @DisplayName("end in time, also where the answer trickles")
    void time() {
        long began = System.nanoTime();
        assertTrue(refused(HERE, base + "/drip").getMessage().contains("no answer within"));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(6).toNanos());
    }

    @Test
    @DisplayName("are not led elsewhere")
    void redirects() {
        assertTrue(refused(HERE, base + "/elsewhere").getMessage().contains("302"));
    }

    @ParameterizedTest
    @DisplayName("go nowhere private, however it is written")
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.0.1",
            "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "[fd00::1]", "[fe80::1]",
            "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
            "198.18.0.1", "224.0.0.1", "240.0.0.1", "2130706433"})
    void privateAddresses(String host) {
        refused(Reach.everywherePublic(), "http://" + host + "/");
    }

    @ParameterizedTest
    @DisplayName("are by http or https and to nobody's account")
    @ValueSource(strings = {"file:///etc/passwd", "ftp://a.example/", "ldap://a.example/",
            "jar:http://a.example/x!/", "http://me:secret@127.0.0.1/", "mailto:a@a.example"})
    void schemes(String address) {
        assertTrue(refused(HERE, address).getMessage().contains("not an address"));
    }

    @Test
    @DisplayName("go only to the hosts allowed, where some are")
    void hosts() throws IOException {
        Reach one = new Reach(Set.of("A.example"), true, Duration.ofSeconds(2));
        assertTrue(refused(one, base + "/ten").getMessage().contains("not among those allowed"));
        Reach here = new Reach(Set.of(URI.create(base).getHost()), true, Duration.ofSeconds(2));
        assertEquals(10, new Calls(here).get(URI.create(base + "/ten"), 10).length);
    }
}
