package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingTest {

    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "3,5", "5,5", "2,15"})
    @DisplayName("every M of N openers open the bid, so losing N - M keys loses nothing")
    void everyQuorum(int threshold, int openers) {
        Bidding bidding = new Bidding(threshold, openers);
        byte[] file = new byte[100_000];
        file[99_999] = 1;
        Bidding.Sealed bid = bidding.bid(file, new byte[0]);
        for (List<Integer> quorum : Bidding.quorums(threshold, openers)) {
            List<byte[]> files = new ArrayList<>();
            Opening.Opened opened = assertInstanceOf(Opening.Opened.class,
                    bidding.open(bid, quorum, files));
            assertArrayEquals(Bidding.SIGNATURE, opened.signature());
            assertEquals(2, files.size());
            assertArrayEquals(file, files.getFirst());
            assertArrayEquals(new byte[0], files.getLast());
        }
    }
}
