/**
 * The rules about parties, pure: what an organisation and a person say of themselves, which
 * passwords and certificates are accepted, how registrations and certificates come to be approved,
 * and how guessing is slowed down. No database, no server, no clock: instants come as parameters.
 */
package org.subhasta.parties.model;
