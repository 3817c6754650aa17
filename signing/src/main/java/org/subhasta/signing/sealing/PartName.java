package org.subhasta.signing.sealing;

import java.util.Locale;
import java.util.Optional;

/** What is opened together. Each part of an envelope has a key of its own. */
public enum PartName {

    /** The whole bid, where the tender asks for one envelope. */
    BID,
    /** What is offered, without its price, where the tender asks for two. */
    TECHNICAL,
    /** The price, opened after the technical evaluation is signed. */
    PRICE;

    /** As formats write it: {@code bid}, {@code technical}, {@code price}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that code; empty where there is none. */
    public static Optional<PartName> of(String code) {
        for (PartName name : values()) {
            if (name.code().equals(code)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
