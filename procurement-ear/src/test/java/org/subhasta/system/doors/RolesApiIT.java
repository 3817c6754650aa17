package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/**
 * Every operation of the interface for programs, as nobody and in every role: exactly those get in
 * whom {@code docs/reference/roles.md} names, and whatever is sent, nothing breaks.
 */
class RolesApiIT extends DoorTest {

    private static final String BEGIN = "<!-- operations: made by RolesApiIT -->\n";
    private static final String END = "<!-- end of operations -->";
    /** An identifier of nothing. */
    private static final String NOTHING = "000000000000";

    @Test
    void exactly_those_get_in_who_are_named() throws Exception {
        Path file = page();
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String made = table();
        if (!made.equals(page.substring(begin, end))) {
            Path proposal = Owner.data().resolve("roles.md");
            Files.writeString(proposal, page.substring(0, begin) + made + page.substring(end));
            assertEquals(page.substring(begin, end), made,
                    "look at the difference; the page as it would be is " + proposal);
        }
    }

    @Test
    void whatever_is_sent_nothing_breaks_and_headers_are_strict() throws Exception {
        Set<String> signs = new TreeSet<>();
        int called = 0;
        try (HttpClient client = client()) {
            Map<String, String> tokens = tokens();
            for (Operation operation : Operation.all()) {
                for (String token : tokens.values()) {
                    for (Injection injection : Injection.values()) {
                        if (injection == Injection.LONG && operation.path().contains("{")) {
                            continue;
                        }
                        called++;
                        HttpResponse<byte[]> answer;
                        try {
                            answer = operation.call(client, token, injection.text());
                        } catch (IOException e) {
                            signs.add(operation + " " + injection + " hangs up: " + e);
                            continue;
                        }
                        injection.signsIn(answer.statusCode(), answer.headers().map().toString(),
                                        new String(answer.body(), StandardCharsets.UTF_8))
                                .forEach(sign -> signs.add(
                                        operation + " " + injection + " " + sign));
                        lax(answer).forEach(sign -> signs.add(operation + " " + sign));
                    }
                }
            }
        }
        assertEquals(Set.of(), signs);
        assertTrue(called > 2_000, called + " calls");
    }

    /** Without the change to HTTP/2, in which addresses may not be as long. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The server runs somewhere below the project's root. */
    private static Path page() {
        Path folder = Owner.data();
        while (!Files.exists(folder.resolve("docs/reference/roles.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/reference/roles.md");
    }

    private static Set<String> lax(HttpResponse<byte[]> answer) {
        Set<String> lax = new TreeSet<>();
        Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin").forEach((name, value) -> {
            if (!answer.headers().firstValue(name).orElse("").equals(value)) {
                lax.add("without " + name + " at " + answer.statusCode());
            }
        });
        boolean text = answer.headers().firstValue("Content-Type").orElse("").contains("html");
        if (text && answer.statusCode() != 400) {
            lax.add("answers a program with a page at " + answer.statusCode());
        }
        return lax;
    }

    private static String table() throws Exception {
        Map<String, String> tokens = tokens();
        StringBuilder table = new StringBuilder("\n| operation | ")
                .append(String.join(" | ", tokens.keySet())).append(" |\n|---|")
                .append("---|".repeat(tokens.size())).append('\n');
        try (HttpClient client = client()) {
            for (Operation operation : Operation.all()) {
                Map<String, String> in = new LinkedHashMap<>();
                for (Map.Entry<String, String> one : tokens.entrySet()) {
                    int status = operation.call(client, one.getValue(), NOTHING).statusCode();
                    in.put(one.getKey(), switch (status) {
                        case 401, 403 -> "";
                        case 400, 415 -> "unread";
                        default -> "yes";
                    });
                }
                table.append("| `").append(operation).append("` | ")
                        .append(String.join(" | ", in.values())).append(" |\n");
            }
        }
        return table.append('\n').toString();
    }

    private static Map<String, String> tokens() throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("nobody", "");
        tokens.put("supplier", Api.token(
                Bidder.person("chidi@example-facilities.example"), Role.SUPPLIER));
        tokens.put("officer", Api.token(
                Bidder.person("mara@alder-bay.example"), Role.OFFICER));
        tokens.put("opener", Api.token(
                Bidder.person("elif@harbour-audit.example"), Role.OPENER));
        tokens.put("administrator", Api.token(
                Bidder.person("admin@subhasta.example"), Role.ADMINISTRATOR));
        return tokens;
    }
}
