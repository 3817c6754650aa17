package org.subhasta.launch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code run} was asked for.
 *
 * @param port where the platform answers
 * @param host address it binds, an IPv6 one without brackets; loopback unless told otherwise
 * @param data the data folder, absolute
 * @param demonstration whether demonstration accounts and tenders are there
 */
record Options(int port, String host, Path data, boolean demonstration) {

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65535;

    /**
     * Reads the arguments.
     *
     * @param arguments after the command's name
     * @param home folder in which a relative data folder starts
     */
    static Options parse(List<String> arguments, Path home) throws CannotRun {
        int port = DEFAULT_PORT;
        String host = "127.0.0.1";
        Path data = home.resolve("var");
        boolean demonstration = true;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            switch (name) {
                case "--port" -> port = port(value(arguments, ++i, name));
                case "--host" -> host = bare(value(arguments, ++i, name));
                case "--data" -> data = Path.of(value(arguments, ++i, name));
                case "--no-demo" -> demonstration = false;
                default -> throw new CannotRun("There is no option " + name
                        + ": see ./subhasta help.");
            }
        }
        Options options = new Options(port, host, data.toAbsolutePath().normalize(), demonstration);
        options.checkHost();
        return options;
    }

    /** The address people type. */
    String address() {
        boolean here = isEverywhere() || isLoopback() && !isVersionSix();
        return at(here ? "localhost" : inAddress());
    }

    /** Where the launcher asks whether the platform is ready. */
    URI readiness() {
        return URI.create(at(isEverywhere() ? isVersionSix() ? "[::1]" : "127.0.0.1" : inAddress())
                + "/api/ready");
    }

    private String at(String name) {
        return "http://" + name + ":" + port;
    }

    /** IPv6 addresses need brackets there: they have colons themselves. */
    private String inAddress() {
        return isVersionSix() ? "[" + host + "]" : host;
    }

    /** Whether the host is an IPv6 address. */
    boolean isVersionSix() {
        return host.contains(":");
    }

    /** Whether it answers on all addresses of the machine. */
    private boolean isEverywhere() {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void checkHost() throws CannotRun {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotRun("There is no address " + host
                    + ": give --host an address of this machine.", e);
        }
        if (demonstration && !isLoopback()) {
            throw new CannotRun("Demonstration accounts have known passwords and work on this"
                    + " machine only: with --host " + host + " add --no-demo.");
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1) : host;
    }

    /** What follows an option. */
    static String value(List<String> arguments, int index, String name)
            throws CannotRun {
        if (index >= arguments.size()) {
            throw new CannotRun("The option " + name + " needs a value: see ./subhasta help.");
        }
        return arguments.get(index);
    }

    private static int port(String text) throws CannotRun {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotRun("A port is a number from 1 to 65535, not " + text
                + ": correct --port.");
    }
}
