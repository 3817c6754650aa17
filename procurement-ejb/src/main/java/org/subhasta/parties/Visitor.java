package org.subhasta.parties;

/**
 * From where somebody signs in.
 *
 * @param network  what counts failures together: the IPv4 address, or of an IPv6 address the first
 *                 64 bits, since whoever has one address there has all of those; never stored
 * @param loopback whether it is this machine itself, with no proxy between: only there do
 *                 demonstration accounts work
 * @param browser  the secret that a browser keeps once somebody signed in there; {@code ""} where
 *                 there is none
 */
public record Visitor(String network, boolean loopback, String browser) {

    /** A visitor whose browser has no such secret. */
    public Visitor(String network, boolean loopback) {
        this(network, loopback, "");
    }

    @Override
    public String toString() {
        return "Visitor";
    }
}
