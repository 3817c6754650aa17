package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Duty;
import org.subhasta.parties.PersonView;
import org.subhasta.suppliers.BankAccount;
import org.subhasta.suppliers.ProfileForm;
import org.subhasta.suppliers.Profiles;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.suppliers.model.SupplierSize;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /desk/profile}: what a supplier tells of itself, and its bank account. */
@Named
@RequestScoped
public class ProfilePage {

    @EJB
    Profiles profiles;

    @EJB
    Accounts accounts;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private ProfileFields fields;
    private PersonView me;
    private String iban;

    public void save() {
        ProfileForm form = getFields().form();
        messages.value(profiles.keep(form)).ifPresent(kept -> {
            messages.done("suppliers.profile.saved");
            visit.go("/desk/profile");
        });
    }

    public void saveAccount() {
        messages.value(profiles.keepAccount(iban)).ifPresent(kept -> {
            messages.done("suppliers.account.saved");
            visit.go("/desk/profile");
        });
    }

    /** Filled in with what is kept, read when first asked for. */
    public ProfileFields getFields() {
        if (fields == null) {
            fields = new ProfileFields(profiles.mine());
        }
        return fields;
    }

    public Profile getProfile() {
        return profiles.mine();
    }

    public List<SupplierSize> getSizes() {
        return List.of(SupplierSize.values());
    }

    public String getOrganisation() {
        return me().organisation();
    }

    /** Whether the reader may change the profile. */
    public boolean isAdministrator() {
        return me().duties().contains(Duty.ADMINISTER);
    }

    /** Whether the reader may change the bank account. */
    public boolean isFinance() {
        return me().duties().contains(Duty.FINANCE);
    }

    private PersonView me() {
        if (me == null) {
            me = accounts.mine();
        }
        return me;
    }

    public String getIban() {
        if (iban == null) {
            iban = profiles.account() instanceof Outcome.Done<BankAccount>(BankAccount account)
                    ? account.iban().replaceAll("(.{4})(?=.)", "$1 ") : "";
        }
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban == null ? "" : iban;
    }
}
