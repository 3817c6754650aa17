package org.subhasta.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything programs use. {@code /openapi} describes it. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
}
