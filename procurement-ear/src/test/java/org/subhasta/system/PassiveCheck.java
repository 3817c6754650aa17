package org.subhasta.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a scanner would say of an answer without attacking: headers, cookies, forms, what is told of
 * the insides (OWASP ASVS 5.0, V3 and V14.2). Nonces must differ, so it remembers them.
 */
final class PassiveCheck {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final List<String> TELLING = List.of("server", "x-powered-by", "x-aspnet-version");

    private final Set<String> nonces = new HashSet<>();

    /** Of any answer. */
    List<String> any(Map<String, String> headers) {
        List<String> wrong = new ArrayList<>();
        expect(wrong, headers, "x-content-type-options", "nosniff");
        expect(wrong, headers, "x-frame-options", "DENY");
        expect(wrong, headers, "referrer-policy", "same-origin");
        expect(wrong, headers, "cross-origin-opener-policy", "same-origin");
        expect(wrong, headers, "cross-origin-resource-policy", "same-origin");
        if (!headers.containsKey("permissions-policy")) {
            wrong.add("no Permissions-Policy");
        }
        TELLING.stream().filter(headers::containsKey)
                .forEach(name -> wrong.add("tells " + name + ": " + headers.get(name)));
        if (headers.containsKey("access-control-allow-origin")) {
            wrong.add("lets other sites read it");
        }
        cookies(headers.getOrDefault("set-cookie", ""), wrong);
        return wrong;
    }

    /** Of a page besides. */
    List<String> page(Map<String, String> headers, Document page, boolean signedIn) {
        List<String> wrong = new ArrayList<>(any(headers));
        policy(headers.getOrDefault("content-security-policy", ""), wrong);
        if (signedIn && !headers.getOrDefault("cache-control", "").contains("no-store")) {
            wrong.add("may be kept by a cache: " + headers.get("cache-control"));
        }
        if (!headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT)
                .equals("text/html;charset=utf-8")) {
            wrong.add("Content-Type " + headers.get("content-type"));
        }
        for (Element form : page.select("form[method=post]")) {
            // Signing out and checking somebody's files change nothing of anybody's.
            if (form.select("input[name=jakarta.faces.ViewState]").isEmpty()
                    && !Set.of("/sign-out", "/verify").contains(form.attr("action"))) {
                wrong.add("the form " + form.id() + " has no token");
            }
        }
        for (Element one : page.select("[src], link[href], form[action]")) {
            String address = one.hasAttr("src") ? one.attr("src")
                    : one.hasAttr("href") ? one.attr("href") : one.attr("action");
            if (!address.matches("/(?!/).*|data:image/.*|#.*|")) {
                wrong.add("takes in something from elsewhere: " + address);
            }
            if (address.contains("jsessionid")) {
                wrong.add("tells the session in an address: " + address);
            }
        }
        page.select("script:not([src]):not([nonce]), *[onclick], *[onload], *[onerror]")
                .forEach(one -> wrong.add("a script without a nonce: " + one));
        if (page.select("input[type=password][value]").stream()
                .anyMatch(one -> !one.attr("value").isEmpty() && !isDemonstration(page))) {
            wrong.add("shows a password");
        }
        return wrong;
    }

    /** The demonstration's password is public, and filled in where that was asked for. */
    private static boolean isDemonstration(Document page) {
        return !page.select("#demonstration").isEmpty();
    }

    private void policy(String policy, List<String> wrong) {
        for (String part : List.of("default-src 'self'", "object-src 'none'", "base-uri 'none'",
                "form-action 'self'", "frame-ancestors 'none'")) {
            if (!policy.contains(part)) {
                wrong.add("the policy lacks " + part);
            }
        }
        String scripts = policy.replaceAll(".*script-src ([^;]*).*", "$1");
        if (scripts.matches(".*(unsafe|\\*|https?:|data:).*")) {
            wrong.add("the policy is lax with scripts: " + scripts);
        }
        Matcher nonce = NONCE.matcher(scripts);
        if (!nonce.find()) {
            wrong.add("no nonce");
        } else if (nonce.group(1).length() < 22 || !nonces.add(nonce.group(1))) {
            wrong.add("a nonce that was there before, or short: " + nonce.group(1));
        }
    }

    private static void cookies(String cookies, List<String> wrong) {
        cookies.lines().filter(cookie -> !cookie.isBlank()).forEach(cookie -> {
            String lower = cookie.toLowerCase(Locale.ROOT);
            if (!lower.contains("httponly") || !lower.contains("samesite=")
                    || lower.contains("samesite=none") || lower.contains("domain=")
                    || !lower.contains("path=/")) {
                wrong.add("a lax cookie: " + cookie.replaceAll("=.*?;", "=…;"));
            }
        });
    }

    private static void expect(
            List<String> wrong, Map<String, String> headers, String name, String value) {
        if (!value.equals(headers.get(name))) {
            wrong.add(name + ": " + headers.get(name));
        }
    }
}
