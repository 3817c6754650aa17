package org.subhasta.demonstration;

import java.time.Instant;
import java.util.List;

/**
 * A practice auction, known again by its title and its robots. Each is short, so that a newcomer sees an end.
 *
 * @param members of the terms, but for the title, the currency and the opening
 */
record Practice(String title, String members) {

    /** One after the other, and again from the first. */
    static final List<Practice> ALL = List.of(
            new Practice("Practice: office chairs, English auction", """
                    "format": "english-reverse", "openingPrice": "24000.00", "phases": [
                      {"length": "PT5M", "softClose":
                        {"window": "PT30S", "extension": "PT30S", "most": 10}}]"""),
            new Practice("Practice: laptops, ranked English auction", """
                    "format": "ranked-english", "openingPrice": "60000.00", "phases": [
                      {"length": "PT5M", "softClose":
                        {"window": "PT30S", "extension": "PT30S", "most": 10}}]"""),
            new Practice("Practice: a delivery van for sale, hybrid Dutch auction", """
                    "format": "hybrid-dutch", "openingPrice": "20000.00", "phases": [
                      {"first": "20000.00", "step": "250.00", "tick": "PT5S", "last": "5000.00"},
                      {"length": "PT1M"}, {"length": "PT1M"}]"""),
            new Practice("Practice: winter salt, three rounds", """
                    "format": "prozorro", "openingPrice": "9000.00", "phases": [
                      {"turn": "PT20S", "roundPause": "PT15S"}]"""),
            new Practice("Practice: planting of trees, sealed bids and then live", """
                    "format": "sealed-then-live", "openingPrice": "35000.00", "phases": [
                      {"length": "PT90S", "keepsBest": 4},
                      {"pause": "PT15S", "length": "PT3M", "softClose":
                        {"window": "PT30S", "extension": "PT30S", "most": 10}}]"""),
            new Practice("Practice: a snow plough for sale, English auction with limits", """
                    "format": "english-forward", "openingPrice": "4000.00", "phases": [
                      {"length": "PT5M", "automatic": true, "step": "50.00", "softClose":
                        {"window": "PT30S", "extension": "PT30S", "most": 10}}]"""));

    String terms(Instant opensAt) {
        return """
                {"title": "%s", "currency": "EUR", "opensAt": "%s", %s}""".formatted(
                title, opensAt, members);
    }

    /** The one that comes after the one of that title; the first where there was none. */
    static Practice after(String title) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).title.equals(title)) {
                return ALL.get((i + 1) % ALL.size());
            }
        }
        return ALL.getFirst();
    }

    static boolean isOne(String title) {
        return ALL.stream().anyMatch(one -> one.title.equals(title));
    }
}
