package org.subhasta.signing.online;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far calls may go.
 *
 * @param hosts            the only hosts called, in lower case; where empty, any
 * @param privateAddresses whether hosts on this machine and on private networks are called too
 * @param patience         for one call, from connecting to its last byte
 */
public record Reach(Set<String> hosts, boolean privateAddresses, Duration patience) {

    /** For authorities on the public network. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

    public Reach {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("no time at all");
        }
    }

    /** All hosts on the public network, and no others. */
    public static Reach everywherePublic() {
        return new Reach(Set.of(), false, USUAL_PATIENCE);
    }

    /** Wherever configuration says, which its operator answers for. */
    public static Reach asConfigured() {
        return new Reach(Set.of(), true, USUAL_PATIENCE);
    }

    /** IANA's special-purpose addresses (RFC 6890) that lead nowhere public. */
    static boolean isPrivate(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()
                || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        int first = address.getAddress()[0] & 0xff;
        int second = address.getAddress()[1] & 0xff;
        return switch (address) {
            // 0/8 this network, 100.64/10 carriers' own, 192.0.0/24, 198.18/15, 240/4 reserved
            case Inet4Address v4 -> first == 0 || first == 100 && (second & 0xc0) == 64
                    || first == 192 && second == 0 || first == 198 && (second & 0xfe) == 18
                    || first >= 240;
            // fc00::/7 unique local, 64:ff9b::/16 and 2002::/16 wrap IPv4 addresses, 2001::/23
            case Inet6Address v6 -> (first & 0xfe) == 0xfc || first == 0 || first == 0x20
                    && (second == 2 || second == 1 && (address.getAddress()[2] & 0xfe) == 0);
            default -> true;
        };
    }
}
