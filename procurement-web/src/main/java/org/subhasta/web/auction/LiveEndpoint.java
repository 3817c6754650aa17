package org.subhasta.web.auction;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Where watchers connect (RFC 6455): {@code docs/reference/auction-live.md}. They are sent to and
 * send nothing; whatever a watcher sends ends the connection. Acts come over HTTP.
 */
@ServerEndpoint("/live/{ticket}")
public class LiveEndpoint {

    private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());

    /** Who takes longer to take a message in has gone. */
    private static final long SEND_MILLISECONDS = 15_000;
    /** Without a word in either direction for so long the other side has gone. */
    private static final long IDLE_MILLISECONDS = 10 * 60_000;
    private static final int LARGEST_FRAME = 128;

    @Inject
    LiveBoard board;
    @Inject
    LiveTickets tickets;

    private Optional<LiveTickets.Ticket> ticket = Optional.empty();
    private Watcher watcher;

    @OnOpen
    public void open(Session session, @PathParam("ticket") String id) {
        session.setMaxTextMessageBufferSize(LARGEST_FRAME);
        session.setMaxBinaryMessageBufferSize(LARGEST_FRAME);
        session.setMaxIdleTimeout(IDLE_MILLISECONDS);
        session.getAsyncRemote().setSendTimeout(SEND_MILLISECONDS);
        ticket = tickets.redeem(id);
        if (ticket.isEmpty()) {
            close(session, CloseCodes.VIOLATED_POLICY, "no such ticket, or used");
            return;
        }
        watcher = new Watcher(message -> send(session, message));
        board.join(ticket.get().watch(), watcher);
    }

    private static void send(Session session, Watcher.Message message) {
        try {
            session.getAsyncRemote().sendText(message.text(), result -> {
                if (!result.isOK()) {
                    close(session, CloseCodes.GOING_AWAY, "");
                }
                message.done().accept(result.isOK() ? null : result.getException());
            });
        } catch (IllegalStateException closedMeanwhile) {
            message.done().accept(closedMeanwhile);
        }
    }

    /** Nothing is expected from a watcher. */
    @OnMessage
    public void message(Session session, String text) {
        close(session, CloseCodes.CANNOT_ACCEPT, "watchers send nothing");
    }

    /** Nothing is expected from a watcher. */
    @OnMessage
    public void message(Session session, byte[] bytes) {
        close(session, CloseCodes.CANNOT_ACCEPT, "watchers send nothing");
    }

    @OnClose
    public void close() {
        ticket.ifPresent(one -> {
            board.leave(one.watch(), watcher);
            tickets.leave(one);
        });
        ticket = Optional.empty();
    }

    /** A frame too large, or a connection that broke: the container closes it. */
    @OnError
    public void failed(Throwable failure) {
        LOG.log(Level.DEBUG, "a watcher's connection broke", failure);
    }

    private static void close(Session session, CloseReason.CloseCode code, String why) {
        try {
            session.close(new CloseReason(code, why));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "a watcher had gone already", gone);
        }
    }
}
