package org.subhasta.system;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An auction that an officer prepared over the interface for programs.
 *
 * @param token the officer's
 */
record AuctionFixture(TestPlatform platform, String token, String id, Instant opensAt) {

    /**
     * Publishes one that opens in an hour of the platform's time.
     *
     * @param officer signed in
     * @param terms   further members of the terms
     */
    static AuctionFixture publish(TestPlatform platform, Page officer, String title,
            String format, String terms) throws Exception {
        String token = token(officer);
        Instant opensAt = platform.clock().now().plus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS);
        String id = post(platform, token, "auctions/drafts", """
                {"title": "%s", "format": "%s", "currency": "EUR", "opensAt": "%s", %s}"""
                .formatted(title, format, opensAt, terms)).getString("id");
        post(platform, token, "auctions/drafts/" + id + "/publication", "");
        return new AuctionFixture(platform, token, id, opensAt);
    }

    private static String token(Page officer) {
        officer.navigate("/account");
        officer.fill("form#token input[id=name]", "auction");
        officer.fill("form#token input[id=days]", "60");
        officer.check("form#token input[value=TENDER]");
        officer.click("#issue");
        return officer.locator("#token-secret").innerText().strip();
    }

    String path() {
        return "/auctions/" + id;
    }

    /** Admits the organisation of whoever looks at the page. */
    void admit(Page supplier) throws Exception {
        supplier.navigate(path());
        String organisation = supplier.locator("[data-auction]").getAttribute("data-participant");
        post(platform, token, "auctions/" + id + "/participants",
                Json.createObjectBuilder().add("organisation", organisation).build().toString());
    }

    /** An officer's order for the only lot. */
    void order(String json) throws Exception {
        post(platform, token, "auctions/" + id + "/lots/1/orders", json);
    }

    /** Admits, opens the key file and enters with it, as people do. */
    void enter(Page supplier, String keyFile) throws Exception {
        admit(supplier);
        supplier.navigate(path());
        supplier.setInputFiles("#key-file", platform.data().resolve("demo/" + keyFile));
        supplier.fill("#key-password", Person.PASSWORD);
        supplier.click("[data-act=open]");
        supplier.locator("[data-act=enter]").waitFor();
        Browser.assertAccessible(supplier);
        supplier.click("[data-act=enter]");
        supplier.getByText("You have entered").waitFor();
    }

    /** Lets the platform's time pass until it has opened. */
    void open() throws Exception {
        platform.clock().advanceTo(opensAt.plusSeconds(1));
    }

    private static JsonObject post(TestPlatform platform, String token, String path, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(platform.address() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + ": " + answer.body());
            }
            return Json.createReader(new StringReader(answer.body())).readObject();
        }
    }
}
