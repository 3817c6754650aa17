package org.subhasta.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that guess a password at the page, each from an address of its own, until told to stop. */
final class Guessers implements AutoCloseable {

    private static final Pattern STATE = Pattern.compile(
            "name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    /** Twenty guesses in a second, of each. */
    private static final long PAUSE_MILLIS = 50;

    private final TestPlatform platform;
    private final String email;
    private final Map<Answer, AtomicLong> answers = new EnumMap<>(Answer.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;
    private volatile String unexpected = "";

    /** What a guess was answered. */
    enum Answer {
        WRONG("do not match an account"), TURNED_AWAY("Not right now"), TOO_OFTEN("Too many attempts"), BUSY("people are signing in"),
        OTHER("");

        private final String words;

        Answer(String words) {
            this.words = words;
        }
    }

    /** Starts them; the addresses are 127.0.1.1 and those after it. */
    Guessers(TestPlatform platform, String email, int many) {
        this.platform = platform;
        this.email = email;
        for (Answer answer : Answer.values()) {
            answers.put(answer, new AtomicLong());
        }
        for (int i = 1; i <= many; i++) {
            int number = i;
            threads.submit(() -> guess(number));
        }
    }

    long answers(Answer answer) {
        return answers.get(answer).get();
    }

    /** An answer that is none of those expected; {@code ""} where there was none. */
    String unexpected() {
        return unexpected;
    }

    long guesses() {
        return answers.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private Void guess(int number) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.1." + number))
                .cookieHandler(new CookieManager()).build()) {
            URI page = URI.create(
                    platform.address().replace("localhost", "127.0.0.1") + "/sign-in");
            String form = send(client, HttpRequest.newBuilder(page).build());
            while (!over) {
                Thread.sleep(PAUSE_MILLIS);
                String answered = send(client, HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(filledIn(form))).build());
                count(answered);
                form = STATE.matcher(answered).find() ? answered : form;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "guesses were answered " + answers;
    }

    private String filledIn(String page) {
        Matcher state = STATE.matcher(page);
        return form("sign-in", "sign-in", "email", email, "password",
                "guess number " + guesses(), "jakarta.faces.ViewState",
                state.find() ? state.group(1) : "", button(page), "");
    }

    private void count(String answered) {
        Answer answer = read(answered);
        if (answer == Answer.OTHER) {
            unexpected = answered;
        }
        answers.get(answer).incrementAndGet();
    }

    private static String button(String page) {
        Matcher button = Pattern.compile("<input[^>]*type=\"submit\"[^>]*name=\"([^\"]*)\"")
                .matcher(page.substring(page.indexOf("id=\"sign-in\"")));
        return button.find() ? button.group(1) : "";
    }

    private static Answer read(String page) {
        for (Answer answer : Answer.values()) {
            if (page.contains(answer.words)) {
                return answer;
            }
        }
        return Answer.OTHER;
    }

    private static String send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=')
                    .append(encode(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
