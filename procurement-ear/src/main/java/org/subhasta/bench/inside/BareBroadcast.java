package org.subhasta.bench.inside;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends whatever one says to all, and does nothing else: what the server alone can do. */
@ServerEndpoint("/watch")
public class BareBroadcast {

    private static final Set<Session> ALL = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void open(Session session) {
        ALL.add(session);
    }

    @OnClose
    public void close(Session session) {
        ALL.remove(session);
    }

    @OnMessage
    public void say(String text) {
        ALL.stream().filter(Session::isOpen)
                .forEach(session -> session.getAsyncRemote().sendText(text));
    }
}
