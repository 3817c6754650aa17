package org.subhasta.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable table = new RouteTable(Map.of(
            "/", "home.xhtml",
            "/tenders/{id}", "tender.xhtml",
            "/tenders/new", "new.xhtml",
            "/tenders/{id}/bids/{bid}", "bid.xhtml"));

    @Test
    void partsInBracesArriveByName() {
        assertEquals(Optional.of(new RouteTable.Match("/views/bid.xhtml",
                Map.of("id", "x1", "bid", "b-2"))), table.match("/tenders/x1/bids/b-2"));
    }

    @Test
    void aLiteralAddressWinsOverAPattern() {
        assertEquals("/views/new.xhtml", table.match("/tenders/new").orElseThrow().view());
        assertEquals("/views/tender.xhtml", table.match("/tenders/newer").orElseThrow().view());
    }

    @Test
    void aPartIsNoPathAndNotEmpty() {
        assertEquals(Optional.empty(), table.match("/tenders/"));
        assertEquals(Optional.empty(), table.match("/tenders/a/b"));
        assertEquals(Optional.empty(), table.match("/tenders/<script>"));
        assertEquals(Optional.empty(), table.match("/tenders/" + "x".repeat(101)));
    }

    @Test
    void nothingElseIsFound() {
        assertEquals(Optional.empty(), table.match("/views/home.xhtml"));
        assertEquals(Optional.empty(), table.match(""));
        assertEquals("/views/home.xhtml", table.match("/").orElseThrow().view());
    }
}
