package org.subhasta.journal;

import java.util.Optional;

/**
 * An administrator has ended an alarm: told within the transaction that does it, to whoever has
 * deadlines to make good.
 *
 * @param subject that takes acts again; empty where the alarm was about the tree itself
 */
public record AlarmEnded(Optional<String> subject) {
}
