package org.subhasta.soak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.FactWriter;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.format.Simulation;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.rig.Api;
import org.subhasta.rig.Platform;
import org.subhasta.signing.command.Exit;
import org.subhasta.verification.Report;
import org.subhasta.verification.TrustedKeys;
import org.subhasta.verification.Verifier;
import org.subhasta.verification.Words;

/** Looks at what is left of a soak from outside: answers, published files, the journal's leaves. */
final class Verdict {

    private static final int LOG_SECONDS = 60;

    private final Api api;
    private final Platform platform;
    private final PrintStream out;
    private final Wrongs wrong = new Wrongs();

    Verdict(Api api, Platform platform, PrintStream out) {
        this.api = api;
        this.platform = platform;
        this.out = out;
    }

    /** Whether all of it is right; what is not, is told. */
    boolean isRight(List<String> auctions, List<Attempt> attempts)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        receipts(attempts);
        Map<String, List<Attempt>> told =
                attempts.stream().collect(Collectors.groupingBy(Attempt::auction));
        Verifier verifier = new Verifier(
                TrustedKeys.read(platform.data().resolve("trust")), Instant.now());
        for (String auction : auctions) {
            outcome(auction, told.getOrDefault(auction, List.of()));
            bundle(auction, verifier);
        }
        wrong.sentences().stream().limit(20)
                .forEach(sentence -> out.println("WRONG  " + sentence));
        return wrong.sentences().isEmpty();
    }

    private void receipts(List<Attempt> attempts) throws IOException, SQLException {
        Set<String> leaves = leaves();
        Wrongs.Receipts receipts = wrong.receipts(attempts, leaves);
        out.println("receipts: " + receipts.found() + ", of " + receipts.acts() + " acts, of "
                + attempts.size() + " answers; leaves in the journal: " + leaves.size());
    }

    /** The hashes of all leaves of the journal, hexadecimal. */
    private Set<String> leaves() throws IOException, SQLException {
        Set<String> leaves = new HashSet<>();
        try (Connection connection = platform.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT encode(hash, 'hex') FROM journal.leaf")) {
            while (row.next()) {
                leaves.add(row.getString(1));
            }
        }
        return leaves;
    }

    /** Its acts come to the published end, and robots were told just what they come to. */
    private void outcome(String auction, List<Attempt> told)
            throws IOException, InterruptedException {
        JsonObject view = api.get("auctions/" + auction + "/lots/1", "").json()
                .getJsonObject("view");
        AuctionFile terms = TermsReader.read(api.get("auctions/" + auction + "/terms.json", "")
                .text()).value().orElseThrow();
        List<RecordedAct> acts = ActsReader.read(new BufferedReader(new StringReader(
                        api.get("auctions/" + auction + "/acts.jsonl", "").text())), terms)
                .value().orElseThrow();
        Simulation simulation = Simulation.begin(terms, acts).value().orElseThrow();
        Set<String> accepted = new HashSet<>();
        simulation.run(acts, answered -> {
            if (answered.act().act() instanceof Act.OfParticipant own
                    && answered.answer() instanceof Answer.Accepted) {
                accepted.add(own.id());
            }
        });
        JsonObject result = FactWriter.write(simulation.lots().auctions().values().iterator()
                .next().result().orElseThrow());
        wrong.check(parsed(result.toString()).equals(view.getJsonObject("result")), auction
                + " ended otherwise than its acts: " + view.getJsonObject("result") + ", " + result);
        wrong.answers(auction, accepted, told);
        out.println(view.getJsonObject("result").getString("result") + "  " + auction + ": "
                + acts.size() + " acts, " + accepted.size() + " accepted of robots");
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private void bundle(String auction, Verifier verifier)
            throws IOException, InterruptedException {
        Report report = report(auction, verifier);
        for (int i = 0; i < LOG_SECONDS && report.exit() == Exit.NOT_TRUSTED; i++) {
            Thread.sleep(1_000); // the log covers the last entries in some seconds
            report = report(auction, verifier);
        }
        Words words = new Words(Locale.ENGLISH);
        wrong.check(report.exit() == Exit.HOLDS, "the bundle of " + auction + ": "
                + report.firstWrong().or(report::firstNotTrusted).map(words::of).orElse(""));
    }

    private Report report(String auction, Verifier verifier)
            throws IOException, InterruptedException {
        return verifier.check(Map.of("bundle.zip",
                        api.get("auctions/" + auction + "/bundle.zip", "").body()))
                .getFirst().report();
    }
}
