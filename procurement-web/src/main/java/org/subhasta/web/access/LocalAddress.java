package org.subhasta.web.access;

/** Where to go after signing in, when an address says so: only ever to one of our own pages. */
public final class LocalAddress {

    private LocalAddress() {
    }

    /**
     * The address if it is a path of this site, otherwise the fallback. Browsers take {@code //x}
     * and {@code /\x} for another host, and drop control characters on the way.
     */
    public static String orElse(String address, String fallback) {
        boolean local = address != null && address.length() <= 500
                && address.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?")
                && !address.startsWith("/sign-in") && !address.startsWith("/sign-out");
        return local ? address : fallback;
    }
}
