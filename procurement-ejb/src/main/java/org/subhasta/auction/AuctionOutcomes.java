package org.subhasta.auction;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.OutcomeWriter;
import org.subhasta.auction.format.Read;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.format.Simulation;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Act;
import org.subhasta.kernel.Outcome;

/** What comes of an ended auction's acts when they are judged again, step by step. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuctionOutcomes {

    /** Above so many lines of standings only the leading bid is told after each act. */
    private static final long MOST_LINES = 200_000;

    @Inject
    private AuctionReports reports;
    @Inject
    private KeptOutcomes kept;

    /**
     * The outcome as {@code ./subhasta simulate} writes it from the public terms and acts, for
     * whoever gives it a writer.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code AUCTION_NOT_ENDED}.
     */
    public Outcome<Consumer<PrintWriter>> outcome(String auction) {
        return switch (reports.judged(auction)) {
            case Outcome.Done<Long>(Long acts) -> Outcome.done(out ->
                    kept.write(auction, acts, made -> write(auction, made), out));
            case Outcome.Refused<Long>(var refusals) -> new Outcome.Refused<>(refusals);
        };
    }

    private void write(String auction, PrintWriter out) {
        if (!(reports.acts(auction) instanceof Outcome.Done<String>(String lines))) {
            throw new IllegalStateException("the acts of " + auction + " are not public any more");
        }
        AuctionFile file = TermsReader.read(
                reports.find(auction).orElseThrow().terms()).value().orElseThrow();
        List<RecordedAct> acts = acts(lines, file);
        Read<Simulation> simulation = Simulation.begin(file, acts);
        long admitted = acts.stream().filter(act -> act.act() instanceof Act.Admit).count();
        boolean whole = acts.size() * admitted <= MOST_LINES;
        new OutcomeWriter(out, whole).write(file, acts, simulation.value().orElseThrow(() ->
                new IllegalStateException("the acts of " + auction + " cannot be judged again")));
    }

    private static List<RecordedAct> acts(String lines, AuctionFile file) {
        try {
            return ActsReader.read(new StringReader(lines), file).value().orElseThrow(() ->
                    new IllegalStateException("recorded acts are not as they were written"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
