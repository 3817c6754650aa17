package org.subhasta.web.auction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who see the same of a lot: what was last sent to them, and the difference to it. A
 * difference is computed once for all of them. For many threads.
 */
final class Group {

    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private JsonObject last;
    private Instant now;

    /** @param view what they see at first */
    Group(JsonObject view, Instant now) {
        this.last = view;
        this.now = now;
    }

    /** Takes one in, who is sent everything. */
    synchronized void join(Watcher watcher) {
        watchers.add(watcher);
        watcher.send(snapshot(), this::snapshot);
    }

    /** One leaves; whether nobody is left. */
    synchronized boolean leave(Watcher watcher) {
        watchers.remove(watcher);
        return watchers.isEmpty();
    }

    /** What they see now. */
    synchronized void see(JsonObject view, Instant at) {
        now = at;
        if (view.equals(last)) {
            return;
        }
        String delta = Json.createObjectBuilder().add("type", "delta")
                .add("from", last.getInt("number")).add("to", view.getInt("number"))
                .add("now", at.toString())
                .add("patch", Json.createMergeDiff(last, view).toJsonValue()).build().toString();
        last = view;
        List<Watcher> all = new ArrayList<>(watchers);
        all.forEach(watcher -> watcher.send(delta, this::snapshot));
    }

    private synchronized String snapshot() {
        return Json.createObjectBuilder().add("type", "snapshot").add("now", now.toString())
                .add("view", last).build().toString();
    }
}
