package org.subhasta.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a soak leaves")
class WrongsTest {

    private final Wrongs wrongs = new Wrongs();

    private static Attempt accepted(String id, String leaf) {
        return new Attempt("a", id, Optional.empty(), Optional.of(receipt(
                "{\"leaf\":\"" + leaf + "\"}")));
    }

    private static String receipt(String payload) {
        return "header." + Base64.getUrlEncoder().withoutPadding().encodeToString(
                payload.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }

    @Test
    @DisplayName("is right where every receipt is in the journal, the same for an act sent twice")
    void right() {
        assertEquals(new Wrongs.Receipts(3, 2), wrongs.receipts(List.of(accepted("1", "aa"),
                accepted("1", "aa"), accepted("2", "bb")), Set.of("aa", "bb", "cc")));
        wrongs.answers("a", Set.of("1"), List.of(accepted("1", "aa"), new Attempt("a", "2",
                Optional.of("RATE_LIMITED"), Optional.empty())));
        assertEquals(List.of(), wrongs.sentences());
    }

    @Test
    @DisplayName("is wrong where what a receipt names is not in the journal")
    void lost() {
        wrongs.receipts(List.of(accepted("1", "aa")), Set.of("bb"));
        assertEquals(List.of("the entry of the receipt of 1 is not in the journal: aa"),
                wrongs.sentences());
    }

    @Test
    @DisplayName("is wrong where an act has two receipts")
    void doubled() {
        wrongs.receipts(List.of(accepted("1", "aa"), accepted("1", "bb")), Set.of("aa", "bb"));
        assertEquals(List.of("1 has two receipts"), wrongs.sentences());
    }

    @Test
    @DisplayName("is wrong where something was accepted without a receipt")
    void withoutReceipt() {
        wrongs.receipts(List.of(new Attempt("a", "1", Optional.empty(),
                Optional.of(receipt("{\"format\":\"subhasta-answer-1\"}")))), Set.of());
        assertEquals(List.of("1 was accepted without a receipt"), wrongs.sentences());
    }

    @Test
    @DisplayName("is wrong where something was accepted that nobody was told of, or told otherwise")
    void unanswered() {
        wrongs.answers("a", Set.of("1", "2"), List.of(accepted("1", "aa")));
        wrongs.answers("b", Set.of(), List.of(accepted("1", "aa")));
        assertEquals(List.of("a: 2 acts were accepted, 1 answered so",
                "b: 0 acts were accepted, 1 answered so"), wrongs.sentences());
    }
}
