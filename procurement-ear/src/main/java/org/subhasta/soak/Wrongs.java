package org.subhasta.soak;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.subhasta.rig.Api;

/** What is wrong of what a soak left, one sentence each. */
final class Wrongs {

    private final List<String> sentences = new ArrayList<>();

    /** Of how much something was found. */
    record Receipts(int found, int acts) {
    }

    void check(boolean holds, String sentence) {
        if (!holds) {
            sentences.add(sentence);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * Of each act only one answer was given, and what it names is in the journal.
     *
     * @param leaves the hashes of all leaves of the journal, hexadecimal
     */
    Receipts receipts(List<Attempt> attempts, Set<String> leaves) {
        Map<String, String> known = new HashMap<>();
        int found = 0;
        for (Attempt attempt : attempts) {
            JsonObject receipt = attempt.receipt().map(Wrongs::payload)
                    .orElse(JsonObject.EMPTY_JSON_OBJECT);
            if (!receipt.containsKey("leaf")) {
                check(!attempt.accepted(), attempt.id() + " was accepted without a receipt");
                continue;
            }
            String leaf = receipt.getString("leaf");
            found++;
            check(leaves.contains(leaf), "the entry of the receipt of " + attempt.id()
                    + " is not in the journal: " + leaf);
            check(leaf.equals(known.getOrDefault(attempt.id(), leaf)),
                    attempt.id() + " has two receipts");
            known.put(attempt.id(), leaf);
        }
        return new Receipts(found, known.size());
    }

    /**
     * Robots were told of what was accepted, and of nothing else.
     *
     * @param accepted the ids of acts that the engine accepts when it judges them again
     */
    void answers(String auction, Set<String> accepted, List<Attempt> told) {
        Set<String> answered = told.stream().filter(Attempt::accepted).map(Attempt::id)
                .collect(Collectors.toSet());
        check(accepted.equals(answered), auction + ": " + accepted.size()
                + " acts were accepted, " + answered.size() + " answered so");
    }

    private static JsonObject payload(String jws) {
        byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
        return new Api.Said(200, payload).json();
    }
}
