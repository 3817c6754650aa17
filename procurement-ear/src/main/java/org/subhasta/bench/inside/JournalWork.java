package org.subhasta.bench.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;

/**
 * Works with the journal through its doors for so many seconds, and answers how often a second it
 * did: {@code append?writers=&seconds=}, each writer on a subject of its own, each act in a
 * transaction of its own; {@code prove?seconds=} with hashes of leaves, a line each, as the body.
 */
@WebServlet("/*")
public class JournalWork extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Journal journal;
    @Inject
    private transient LogReports log;
    @Inject
    private transient ServerClock clock;
    @Resource
    private transient UserTransaction transaction;
    @Resource
    private transient ManagedThreadFactory threads;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        long nanos = Long.parseLong(request.getParameter("seconds")) * 1_000_000_000L;
        try {
            response.getWriter().print(switch (request.getPathInfo()) {
                case "/append" -> appended(
                        Integer.parseInt(request.getParameter("writers")), nanos);
                case "/prove" -> proved(request.getReader().lines().toList(), nanos);
                default -> throw new ServletException("nothing called " + request.getPathInfo());
            });
        } catch (ServletException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Acts a second, of all writers together. */
    private double appended(int writers, long nanos) throws Exception {
        long begin = System.nanoTime();
        List<FutureTask<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Subject subject = Subject.of("bench", Integer.toString(i));
            FutureTask<Long> task = new FutureTask<>(() -> write(subject, begin + nanos));
            tasks.add(task);
            threads.newThread(task).start();
        }
        long done = 0;
        for (FutureTask<Long> task : tasks) {
            done += task.get();
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private long write(Subject subject, long end) throws Exception {
        JsonObject payload = Json.createObjectBuilder()
                .add("bid", "00000000-0000-0000-0000-000000000000")
                .add("digest", "0".repeat(64)).build();
        long done = 0;
        while (System.nanoTime() - end < 0) {
            transaction.begin();
            journal.append(subject, "bench-acted", Actor.person("bench"), clock.now(), payload);
            transaction.commit();
            done++;
        }
        return done;
    }

    /** Files of proofs a second, and how many hashes the last one has. */
    private String proved(List<String> lines, long nanos) throws Malformed {
        List<Hash> leaves = new ArrayList<>();
        for (String line : lines) {
            leaves.add(Hash.hex(line));
        }
        LongSupplier elapsed = stopwatch();
        long done = 0;
        LogProof last = null;
        while (elapsed.getAsLong() < nanos) {
            last = log.proof(leaves.get((int) (done % leaves.size()))).orElseThrow();
            done++;
        }
        return done * 1e9 / elapsed.getAsLong() + " " + last.path().size();
    }

    private static LongSupplier stopwatch() {
        long begin = System.nanoTime();
        return () -> System.nanoTime() - begin;
    }
}
