package org.subhasta.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.subhasta.parties.Visitor;

/** From where a request comes. */
public final class Visitors {

    private Visitors() {
    }

    /**
     * The visitor of a request. A request that says it was forwarded is never local, whatever
     * address it claims: anybody can write that header, and a proxy on this machine makes the
     * whole world look local.
     */
    public static Visitor of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
                        "X-Forwarded-Proto", "X-Real-IP", "Via")
                .anyMatch(header -> request.getHeader(header) != null);
        return new Visitor(address, !forwarded && isLoopback(address));
    }

    private static boolean isLoopback(String address) {
        try {
            // An address in figures is only read, never looked up.
            return address.matches("[0-9a-fA-F.:%]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
