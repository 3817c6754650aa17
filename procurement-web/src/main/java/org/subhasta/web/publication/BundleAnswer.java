package org.subhasta.web.publication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.subhasta.signing.Sha256;
import org.subhasta.web.api.Problems;

/**
 * A bundle as a file to keep, or that there is none. Its entity tag is its SHA-256: the same
 * content gives the same bytes.
 */
@RequestScoped
class BundleAnswer {

    @Inject
    Problems problems;

    Response of(String name, Optional<byte[]> bundle, Request conditions) {
        if (bundle.isEmpty()) {
            return problems.notFound();
        }
        EntityTag tag = new EntityTag(Sha256.hex(bundle.get()));
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build()
                : Response.ok(bundle.get()).tag(tag).header("Content-Disposition",
                        "attachment; filename=\"" + name + ".zip\"").build();
    }
}
