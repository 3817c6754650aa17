package org.subhasta.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.signing.SigningKey;
import org.subhasta.rig.inside.RigPeople;

/** An organisation that robots bid for. */
public record Supplier(String organisation, String token, SigningKey key) {

    /** All of them, as {@link RigPeople} wrote them. */
    public static List<Supplier> read(Path folder, int number)
            throws IOException, GeneralSecurityException {
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            suppliers.add(new Supplier(Files.readString(folder.resolve(i + ".organisation")),
                    Files.readString(folder.resolve(i + ".token")),
                    SigningKey.open(folder.resolve(i + ".p12"),
                            RigPeople.PASSWORD.toCharArray())));
        }
        return suppliers;
    }
}
