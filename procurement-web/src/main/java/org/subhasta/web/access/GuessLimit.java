package org.subhasta.web.access;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Accounts;
import org.subhasta.web.page.Sentences;
import org.subhasta.web.page.Texts;

/**
 * Turns networks away that guessed too much, before a page is made for them: making one costs
 * more than a flood of them should (RFC 6585, 4). {@link Accounts} decides, here as behind the page.
 */
public final class GuessLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                <link rel="stylesheet" href="/jakarta.faces.resource/tokens.css.xhtml?ln=theme">
                <link rel="stylesheet" href="/jakarta.faces.resource/base.css.xhtml?ln=theme">
              </head>
              <body>
                <main id="content"><div class="page"><div class="lone">
                  <h1>%1$s</h1>
                  <p class="lead">%2$s</p>
                  <p>%3$s</p>
                  <p class="row"><a class="button" href="/sign-in">%4$s</a></p>
                </div></div></main>
              </body>
            </html>
            """;

    @EJB
    private transient Accounts accounts;

    @Inject
    private transient Sentences sentences;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        Optional<Refusal> refusal = request.getMethod().equals("POST")
                ? accounts.turnedAway(Visitors.of(request)) : Optional.empty();
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refuse(refusal.get(), response);
        }
    }

    private void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        Map<String, String> texts = sentences.in(Locale.ENGLISH);
        String page = PAGE.formatted(texts.get("access.turned-away"),
                Texts.format(texts.get(refusal.code().messageKey()), Locale.ENGLISH,
                        refusal.details().toArray()),
                texts.get("access.turned-away.known"), texts.get("access.turned-away.again"));
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", refusal.details().stream().findFirst().orElse("5"));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        // Once it is on its way, no error page takes its place.
        response.flushBuffer();
    }
}
