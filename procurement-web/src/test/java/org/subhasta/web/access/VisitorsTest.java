package org.subhasta.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class VisitorsTest {

    @Test
    void an_ipv4_address_counts_by_itself() throws Exception {
        assertEquals("192.0.2.7", network("192.0.2.7"));
        assertEquals("192.0.2.7", network("::ffff:192.0.2.7"));
    }

    @Test
    void of_an_ipv6_address_its_network_counts() throws Exception {
        assertEquals(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }

    private static String network(String address) throws Exception {
        return Visitors.network(InetAddress.getByName(address));
    }
}
