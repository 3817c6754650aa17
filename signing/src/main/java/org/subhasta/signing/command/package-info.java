/**
 * The command line: one class per command, of which each says itself what it is called, which
 * options it knows and what a person reads after {@code --help}. None needs a server, a database or
 * a network, so that nobody need trust a platform to sign for it or to check it.
 *
 * <p>A new command is one class that implements {@link org.subhasta.signing.command.Command} and
 * one line in {@link org.subhasta.signing.command.Commands#ALL}. What checks the platform's own
 * files ({@code verify}) stands above the models and is added there, in the runnable jar.
 */
package org.subhasta.signing.command;
