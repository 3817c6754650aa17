package org.subhasta.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.parties.Visitor;

/** From where a request comes. */
public final class Visitors {

    /** The cookie that keeps the secret of a known browser. */
    static final String BROWSER = "browser";
    private static final int LONGEST = 100;

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
        Optional<InetAddress> figures = figures(address);
        return new Visitor(figures.map(Visitors::network).orElse(address),
                !forwarded && figures.filter(InetAddress::isLoopbackAddress).isPresent(),
                browser(request));
    }

    /** Of an IPv6 address the half that its holder cannot choose (RFC 4291, 2.5.4). */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? address.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, 8) + "/64";
    }

    private static Optional<InetAddress> figures(String address) {
        try {
            // An address in figures is only read, never looked up.
            return address.matches("[0-9a-fA-F.:]+(%[0-9a-zA-Z]+)?")
                    ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String browser(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(BROWSER))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= LONGEST)
                .findFirst().orElse("");
    }
}
