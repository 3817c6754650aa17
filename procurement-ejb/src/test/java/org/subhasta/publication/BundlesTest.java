package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Refusal;

@DisplayName("The bundle of an auction")
class BundlesTest {

    @Test
    @DisplayName("is refused with more entries than a server can put into one file")
    void tooMany() {
        assertEquals(Optional.empty(), Bundles.tooMany(Bundles.MOST_ENTRIES));
        assertEquals(Optional.of(Refusal.of(CheckingRefusal.AUCTION_TOO_LARGE, "50000")),
                Bundles.tooMany(Bundles.MOST_ENTRIES + 1));
    }
}
