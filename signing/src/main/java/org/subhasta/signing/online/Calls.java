package org.subhasta.signing.online;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP calls to where configuration or a certificate points: bounded in time and size, never
 * redirected. Safe for many threads.
 */
final class Calls {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Reach reach;

    Calls(Reach reach) {
        this.reach = reach;
    }

    byte[] get(URI address, int maximumBytes) throws IOException {
        return send(HttpRequest.newBuilder(allowed(address)).GET(), maximumBytes);
    }

    byte[] post(URI address, String type, byte[] body, int maximumBytes) throws IOException {
        return send(HttpRequest.newBuilder(allowed(address)).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)), maximumBytes);
    }

    private byte[] send(HttpRequest.Builder request, int maximumBytes) throws IOException {
        // One bound for all of it: the client's own ends with the headers, and a server could
        // trickle the rest for ever.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request.build(), head -> new BoundedBody(maximumBytes));
        try {
            HttpResponse<byte[]> response =
                    answer.get(reach.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + reach.patience().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getClass().getSimpleName() + ": "
                    + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Certificates come from strangers, and so do the addresses in them: none may make this machine
     * call its own network. The name is resolved again for the call; the platform keeps the answer
     * for 30 s, so it is the same.
     */
    private URI allowed(URI address) throws IOException {
        String scheme = address.getScheme() == null ? ""
                : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null
                || address.getUserInfo() != null) {
            throw new IOException("not an address that is called");
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (!reach.hosts().isEmpty() && !reach.hosts().contains(host)) {
            throw new IOException("the host " + host + " is not among those allowed");
        }
        if (!reach.privateAddresses()) {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (Reach.isPrivate(each)) {
                    throw new IOException("the host " + host + " is on a private network");
                }
            }
        }
        return address;
    }
}
