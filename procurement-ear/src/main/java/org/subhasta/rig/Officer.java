package org.subhasta.rig;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.Validation;

/** Prepares the auctions and lets them go on after each interruption. */
public final class Officer {

    private final Api api;
    private final String token;

    public Officer(Api api, String token) {
        this.api = api;
        this.token = token;
    }

    /** A published auction that everybody has entered; its id. */
    public String publish(String terms, List<Supplier> suppliers)
            throws IOException, InterruptedException {
        String id = api.done("auctions/drafts", token, terms).getString("id");
        api.done("auctions/drafts/" + id + "/publication", token, "");
        for (Supplier supplier : suppliers) {
            api.done("auctions/" + id + "/participants", token, Json.createObjectBuilder()
                    .add("organisation", supplier.organisation()).build().toString());
        }
        for (Supplier supplier : suppliers) {
            enter(id, supplier);
        }
        return id;
    }

    private void enter(String auction, Supplier supplier)
            throws IOException, InterruptedException {
        String statement = api.get("auctions/" + auction + "/entry-statement?certificate="
                        + Validation.fingerprint(supplier.key().certificate()), supplier.token())
                .json().getString("statement");
        byte[] signature = CadesSigner.sign(
                statement.getBytes(StandardCharsets.UTF_8), supplier.key(), Instant.now());
        api.done("auctions/" + auction + "/entries", supplier.token(), Json.createObjectBuilder()
                .add("statement", statement).add("signature",
                        Base64.getEncoder().encodeToString(signature)).build().toString());
    }

    /**
     * Resumes what is paused.
     *
     * @return whether all have ended
     */
    public boolean attend(List<String> auctions) throws InterruptedException {
        boolean over = true;
        for (String auction : auctions) {
            try {
                Api.Said said = api.get("auctions/" + auction + "/lots/1", token);
                JsonObject view = said.status() == 200
                        ? said.json().getJsonObject("view") : JsonObject.EMPTY_JSON_OBJECT;
                over &= view.getString("status", "").equals("ended");
                if (view.containsKey("pausedAt")) {
                    api.post("auctions/" + auction + "/lots/1/orders", token,
                            "{\"order\":\"resume\",\"reason\":\"The platform is there again\"}");
                }
            } catch (IOException e) {
                over = false;
            }
        }
        return over;
    }
}
