package org.subhasta.web.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What watchers of one audience are sent. */
class GroupTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Group group = new Group(view(1, "10000.00"), NOON);

    /** A connection that takes messages in when the test lets it, and what it makes of them. */
    private final class Line {

        private final List<Watcher.Message> waiting = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final Watcher watcher = new Watcher(waiting::add);
        private JsonValue seen = JsonValue.NULL;

        void take() {
            Watcher.Message message = waiting.removeFirst();
            JsonObject json = Json.createReader(new StringReader(message.text())).readObject();
            types.add(json.getString("type"));
            if (json.getString("type").equals("snapshot")) {
                seen = json.get("view");
            } else {
                assertEquals(seen.asJsonObject().getInt("number"), json.getInt("from"),
                        "no number is missed");
                seen = Json.createMergePatch(json.get("patch")).apply(seen);
                assertEquals(json.getInt("to"), seen.asJsonObject().getInt("number"));
            }
            message.done().accept(null);
        }
    }

    private static JsonObject view(int number, String best) {
        return Json.createObjectBuilder().add("number", number).add("best", best)
                .add(number % 2 == 0 ? "even" : "odd", true).build();
    }

    private Line joined() {
        Line line = new Line();
        group.join(line.watcher);
        return line;
    }

    @Test
    @DisplayName("First everything, then every difference")
    void in_order() {
        Line line = joined();
        line.take();
        for (int number = 2; number <= 5; number++) {
            group.see(view(number, number + ".00"), NOON);
            line.take();
            assertEquals(view(number, number + ".00"), line.seen);
        }
        assertEquals(List.of("snapshot", "delta", "delta", "delta", "delta"), line.types);
    }

    @Test
    @DisplayName("Where nothing changed nothing is sent")
    void unchanged() {
        Line line = joined();
        line.take();
        group.see(view(1, "10000.00"), NOON.plusSeconds(1));
        assertTrue(line.waiting.isEmpty());
    }

    @Test
    @DisplayName("Who is slow has one message waiting, then everything anew; others miss nothing")
    void slow() {
        Line slow = joined();
        Line quick = joined();
        quick.take();
        for (int number = 2; number <= 50; number++) {
            group.see(view(number, number + ".00"), NOON);
            quick.take();
            assertEquals(1, slow.waiting.size());
        }
        slow.take();
        slow.take();
        assertEquals(List.of("snapshot", "snapshot"), slow.types);
        assertEquals(view(50, "50.00"), slow.seen);
        group.see(view(51, "51.00"), NOON);
        slow.take();
        quick.take();
        assertEquals("delta", slow.types.getLast());
        assertEquals(quick.seen, slow.seen);
    }

    @Test
    @DisplayName("A connection that broke is sent nothing more")
    void broken() {
        Line line = joined();
        group.see(view(2, "2.00"), NOON);
        line.waiting.removeFirst().done().accept(new IllegalStateException("broken"));
        assertTrue(line.waiting.isEmpty());
        group.see(view(3, "3.00"), NOON);
        assertTrue(line.waiting.isEmpty());
        assertTrue(group.leave(line.watcher));
    }
}
