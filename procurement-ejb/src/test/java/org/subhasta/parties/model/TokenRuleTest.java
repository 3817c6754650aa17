package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class TokenRuleTest {

    @Test
    void a_named_token_for_a_year_is_admitted() {
        assertEquals(Outcome.done("nightly import"), TokenRule.admit(" nightly import ", 365, 19));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 366, Integer.MAX_VALUE})
    void no_token_works_for_ever_or_not_at_all(int days) {
        assertEquals(List.of(Refusal.at("days", PartiesRefusal.TOKEN_LIFE, "365")),
                refusals(TokenRule.admit("import", days, 0)));
    }

    @Test
    void nobody_has_more_than_twenty_in_use() {
        assertEquals(List.of(Refusal.of(PartiesRefusal.TOKENS_TOO_MANY, "20")),
                refusals(TokenRule.admit("import", 1, 20)));
    }

    @Test
    void a_token_has_a_name() {
        assertEquals(List.of(Refusal.at("name", PartiesRefusal.FIELD_REQUIRED)),
                refusals(TokenRule.admit(" ", 1, 0)));
    }

    private static List<?> refusals(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).refusals();
    }
}
