package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.model.DecisionProblem;
import org.subhasta.signing.SubIndication;

@DisplayName("The words of a check")
class WordsTest {

    private final Words words = new Words(Locale.ENGLISH);

    @Test
    @DisplayName("are there for everything that can be found")
    void complete() {
        for (Found found : Found.values()) {
            String sentence = words.of(new Finding(found,
                    List.of("@what.bid", "b", "c", "d", "e", "f")));
            assertFalse(sentence.isBlank());
            assertFalse(sentence.matches(".*\\{[0-9].*"), sentence);
        }
        for (Verifier.Kind kind : Verifier.Kind.values()) {
            assertDoesNotThrow(() -> words.of(kind));
        }
        for (SubIndication why : SubIndication.values()) {
            assertDoesNotThrow(() -> words.of(new Finding(Found.SIGNATURE_WRONG,
                    List.of("@what.bid", "b", "@why." + why, "c"))), why::toString);
        }
        for (DecisionProblem.Rule rule : DecisionProblem.Rule.values()) {
            assertDoesNotThrow(() -> words.of(new Finding(Found.AWARD_AGAINST_RULES,
                    List.of("1", "@rule." + rule))), rule::toString);
        }
    }

    @Test
    @DisplayName("show what comes from a file without letting it move the cursor or fill the page")
    void clean() {
        String shown = words.of(new Finding(Found.BID_MISSING, List.of("\u001b[2J\n\u202eabc")));
        assertFalse(shown.chars().anyMatch(c -> c == 0x1b || c == '\n' || c == 0x202e), shown);
        assertEquals(true, words.of(new Finding(Found.BID_MISSING, List.of("x".repeat(9_999))))
                .length() < 500);
    }
}
