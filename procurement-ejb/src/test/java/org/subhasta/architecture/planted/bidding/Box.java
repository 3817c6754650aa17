package org.subhasta.architecture.planted.bidding;

/** Harmless itself; called where it may not be. */
public class Box {
}
