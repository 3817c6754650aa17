package org.subhasta.web.auction;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.LotChanged;
import org.subhasta.auction.LotView;
import org.subhasta.auction.Watch;
import org.subhasta.auction.format.ViewWriter;

/**
 * Who watches which lot on this server, and what they are sent: everything on joining, then
 * differences, each after the commit that made it. Commits during a send merge into the next.
 */
@ApplicationScoped
public class LiveBoard {

    private static final Logger LOG = System.getLogger(LiveBoard.class.getName());

    @Resource
    ManagedExecutorService executor;
    @Resource
    ManagedScheduledExecutorService scheduler;
    @Inject
    AuctionReports reports;

    private final Map<LotChanged, Map<Watch, Group>> lots = new HashMap<>();
    private final Set<LotChanged> changed = new HashSet<>();
    private boolean isTelling;

    /** One comes to watch. */
    void join(Watch watch, Watcher watcher) {
        LotView view = reports.see(watch);
        Group group;
        synchronized (lots) {
            group = lots.computeIfAbsent(watch.changes(), lot -> new HashMap<>())
                    .computeIfAbsent(watch, one ->
                            new Group(ViewWriter.write(view.view()), view.now()));
            group.join(watcher);
        }
        // What was recorded between the look and the joining is told to all who watch it.
        changed(watch.changes());
    }

    /** One goes. */
    void leave(Watch watch, Watcher watcher) {
        synchronized (lots) {
            Map<Watch, Group> groups = lots.getOrDefault(watch.changes(), Map.of());
            Group group = groups.get(watch);
            if (group != null && group.leave(watcher)) {
                groups.remove(watch);
                if (groups.isEmpty()) {
                    lots.remove(watch.changes());
                }
            }
        }
    }

    /** What other servers recorded is looked for; nobody is sent what they were sent already. */
    @PostConstruct
    void begin() {
        scheduler.scheduleWithFixedDelay(() -> {
            Set<LotChanged> watched;
            synchronized (lots) {
                watched = Set.copyOf(lots.keySet());
            }
            watched.forEach(this::changed);
        }, 1, 1, TimeUnit.SECONDS);
    }

    /** Something was recorded of a lot. */
    void changed(@Observes LotChanged change) {
        synchronized (lots) {
            if (!lots.containsKey(change)) {
                return;
            }
            changed.add(change);
            if (isTelling) {
                return;
            }
            isTelling = true;
        }
        executor.execute(this::tell);
    }

    private void tell() {
        for (Set<LotChanged> some = taken(); !some.isEmpty(); some = taken()) {
            for (LotChanged change : some) {
                try {
                    groups(change).forEach(this::tell);
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "watchers of a lot could not be told", e);
                }
            }
        }
    }

    private Set<LotChanged> taken() {
        synchronized (lots) {
            Set<LotChanged> some = Set.copyOf(changed);
            changed.clear();
            isTelling = !some.isEmpty();
            return some;
        }
    }

    private Map<Watch, Group> groups(LotChanged change) {
        synchronized (lots) {
            return Map.copyOf(lots.getOrDefault(change, Map.of()));
        }
    }

    private void tell(Watch watch, Group group) {
        LotView view = reports.see(watch);
        group.see(ViewWriter.write(view.view()), view.now());
    }
}
