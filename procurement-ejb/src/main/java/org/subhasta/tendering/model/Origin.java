package org.subhasta.tendering.model;

/** Where a tender comes from. */
public enum Origin {

    /** Written and published on this platform: takes bids. */
    HERE,
    /** A public record taken over from another publisher: read-only, never takes bids. */
    IMPORTED
}
