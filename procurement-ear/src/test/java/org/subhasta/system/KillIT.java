package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever dies right after a receipt was shown, the bid is there when it comes back. */
class KillIT {

    @TempDir
    private Path data;

    @Test
    void aKillRightAfterTheReceiptLosesNothing() throws Exception {
        int port = TestPlatform.freePort();
        String bid;
        byte[] receipt;
        Launched first = Launched.start(port, data);
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            Person ada = Person.signIn(browser, "ada@example-insulation.example");
            bid = ada.bidOnEverything(openTender(ada.page()),
                    data.resolve("demo/ada-novak.p12"), "1234.56");
            receipt = receipt(ada.page(), bid);
        } finally {
            first.kill();
        }
        Tool.Said check = Tool.run(Launched.command(
                Map.of(), "verify-db", "--data", data.toString()));
        assertEquals(0, check.status(), check.output());
        assertTrue(check.output().startsWith("holds  all "), check.output());
        Launched second = Launched.start(port, data);
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            assertStored(second, bid, new String(receipt));
            Person ada = Person.signIn(browser, "ada@example-insulation.example");
            assertArrayEquals(receipt, receipt(ada.page(), bid), "the receipt, byte by byte");
        } finally {
            second.stop();
        }
    }

    /** The one that closes last: the demonstration has some that close within a minute. */
    private static String openTender(Page page) {
        page.navigate("/tenders");
        String address = page.locator("main h3 a[href^='/tenders/']").last().getAttribute("href");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static byte[] receipt(Page page, String bid) {
        APIResponse answer = page.request().get("/bids/" + bid + "/receipt");
        assertEquals(200, answer.status());
        return answer.body();
    }

    /** Bid, receipt, and the journal's entry with the leaf that the receipt names. */
    private static void assertStored(Launched platform, String bid, String receipt)
            throws Exception {
        try (Connection connection = platform.owner().connect();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT b.receipt, e.act FROM bidding.bid b
                        JOIN journal.leaf l ON encode(l.hash, 'hex') = b.leaf
                        JOIN journal.entry e ON e.leaf = l.id
                        WHERE b.id = ?::uuid""")) {
            query.setString(1, bid);
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next(), "bid and journal entry are there");
                assertEquals("bid-received", row.getString("act"));
                assertTrue(receipt.contains(row.getString("receipt")), "the receipt shown");
            }
        }
    }
}
