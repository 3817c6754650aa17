package org.subhasta.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be sent at all, judged before a body is read: JAX-RS reads JSON wholly into memory before
 * a door asks for roles, so that without this anybody could fill the memory. Bodies that are read as
 * a stream have limits of their own, behind the roles.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Bounds implements ContainerRequestFilter {

    /** Bytes of what may be sent without a token: registrations and co-signatures. */
    static final long ANONYMOUS = 64L << 10;
    /** Bytes of any other body that is read whole. */
    static final long WHOLE = 16L << 20;
    /** Bytes of a bid as JSON, files in base64 included; larger bids come as a form. */
    static final long BID = 24L << 20;

    /** Bytes of an act in an auction, or an entry to one. */
    static final long ACT = 64L << 10;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN = Set.of("registrations", "log/cosignatures");
    private static final Pattern BIDS = Pattern.compile("tenders/[^/]+/bids");
    private static final Pattern ACTS = Pattern.compile("auctions/[^/]+/(acts|entries)");
    private static final Pattern WATCHES = Pattern.compile("auctions/[^/]+/lots/[^/]+/watch");
    private static final Pattern STREAMED = Pattern.compile("imports|drafts/[^/]+/documents");

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean reading = READING.contains(request.getMethod());
        if (isIllegible(request.getUriInfo().getRequestUri(), reading)) {
            request.abortWith(problems.of(Status.BAD_REQUEST));
            return;
        }
        if (reading) {
            return;
        }
        String path = request.getUriInfo().getPath().replaceAll("^/+|/+$", "");
        boolean anonymous = request.getSecurityContext().getUserPrincipal() == null;
        if (anonymous && !OPEN.contains(path) && !WATCHES.matcher(path).matches()) {
            request.abortWith(unauthorised());
            return;
        }
        long most = anonymous ? ANONYMOUS : most(path, request.getMediaType());
        if (declared(request) > most) {
            request.abortWith(problems.of(Status.REQUEST_ENTITY_TOO_LARGE));
        } else if (most < Long.MAX_VALUE) {
            InputStream body = new BoundedStream(request.getEntityStream(), most);
            request.setEntityStream(isJson(request.getMediaType()) ? new LegibleJson(body) : body);
        }
    }

    /** No identifier holds the character NUL; what is looked for may, and is not found. */
    private static boolean isIllegible(URI address, boolean reading) {
        return address.getRawPath().contains("%00") || !reading
                && address.getRawQuery() != null && address.getRawQuery().contains("%00");
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static long most(String path, MediaType type) {
        boolean bid = BIDS.matcher(path).matches();
        boolean form = type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
        if (STREAMED.matcher(path).matches() || bid && form) {
            return Long.MAX_VALUE;
        }
        if (ACTS.matcher(path).matches()) {
            return ACT;
        }
        return bid ? BID : WHOLE;
    }

    /** Not {@code getLength()}, which is an int. A length that is no number is the server's. */
    private static long declared(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    private Response unauthorised() {
        return Response.fromResponse(problems.of(Status.UNAUTHORIZED))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }
}
