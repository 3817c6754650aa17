package org.subhasta.parties;

/**
 * From where somebody signs in.
 *
 * @param address  the network address that counts failures; never stored
 * @param loopback whether it is this machine itself, with no proxy between: only there do
 *                 demonstration accounts work
 */
public record Visitor(String address, boolean loopback) {
}
