package org.subhasta.auction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.ClockWatch;
import org.subhasta.auction.model.InterruptionRule;
import org.subhasta.auction.model.Scoring;
import org.subhasta.journal.Actor;
import org.subhasta.kernel.ServerClock;

/** A server as far as auctions are concerned: a ledger, what it remembers, a connection. */
final class Engine implements AutoCloseable {

    private final AuctionDatabase database;
    private final Connection connection;
    private final Ledger ledger;
    private final Map<Lot.Key, LotState> states = new ConcurrentHashMap<>();

    Engine(AuctionDatabase database, ServerClock clock) throws SQLException {
        this.database = database;
        this.ledger = new Ledger(clock, new ClockWatch(), InterruptionRule.GRACE);
        this.connection = database.connect();
        connection.setAutoCommit(false);
    }

    /** What comes of requests, committed. */
    List<Judged> judge(Lot lot, List<Request> requests) {
        try {
            Ledger.Turn turn = ledger.judge(connection, lot,
                    Optional.ofNullable(states.get(lot.key())), requests);
            connection.commit();
            states.put(lot.key(), turn.state());
            return turn.answers();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Judged judge(Lot lot, Request request) {
        return judge(lot, List.of(request)).getFirst();
    }

    void admit(Lot lot, String... participants) {
        for (String participant : participants) {
            judge(lot, new Request.Done(new Act.Admit(participant, "number " + participant,
                    Scoring.Marks.NONE, Optional.empty()), Actor.system("test")));
        }
    }

    Judged bid(Lot lot, String participant, String amount) {
        return judge(lot, signed(lot, participant, BidKind.BID, amount, UUID.randomUUID()));
    }

    Request signed(Lot lot, String participant, BidKind kind, String amount, UUID id) {
        return new Request.Signed(delivery(lot, participant, kind, amount, id), Optional.empty());
    }

    Request flawed(Lot lot, String participant, String amount, UUID id, AuctionRefusal flaw) {
        return new Request.Signed(delivery(lot, participant, BidKind.BID, amount, id),
                Optional.of(flaw));
    }

    private Delivery delivery(Lot lot, String participant, BidKind kind, String amount, UUID id) {
        SignedAct act = new SignedAct(lot.auction(), lot.name(),
                new Act.PlaceBid(id.toString(), participant, kind, amount, "EUR", 0));
        return Delivery.of(act, act.bytes(), "a.signature." + id, database.person(),
                Instant.parse("2027-03-01T11:59:59Z"));
    }

    Judged order(Lot lot, Order order) {
        return judge(lot, new Request.Ordered(order, database.person()));
    }

    void wake(Lot lot) {
        judge(lot, new Request.Wake());
    }

    /** As it is recorded, read without what this one remembers. */
    Auction read(Lot lot) throws SQLException {
        Auction read = ledger.read(connection, lot, Optional.empty()).auction();
        connection.commit();
        return read;
    }

    /** As this one remembers it. */
    Auction remembered(Lot lot) {
        return states.get(lot.key()).auction();
    }

    /** As a server that was killed and comes back: nothing is remembered. */
    Engine restarted(ServerClock clock) throws SQLException {
        close();
        return new Engine(database, clock);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
