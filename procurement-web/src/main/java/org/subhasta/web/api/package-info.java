/**
 * What all resources under {@code /api/v1} share: the application, problems after RFC 9457, and
 * how values look as JSON (money as decimal strings, instants after RFC 3339). The resources
 * themselves stand with their capability in {@code org.subhasta.web.<capability>}.
 */
package org.subhasta.web.api;
