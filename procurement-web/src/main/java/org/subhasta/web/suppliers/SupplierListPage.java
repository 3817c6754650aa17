package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.suppliers.Directory;
import org.subhasta.suppliers.DirectoryEntry;
import org.subhasta.suppliers.DirectoryList;
import org.subhasta.suppliers.model.Place;
import org.subhasta.suppliers.model.SupplierSize;

/** {@code /suppliers}: everything it shows stands in its address. */
@Named
@RequestScoped
public class SupplierListPage {

    private static final int PER_PAGE = 20;

    @EJB
    Directory directory;

    @EJB
    ExclusionReports exclusions;

    @Inject
    HttpServletRequest request;

    private DirectoryFilter filter;
    private DirectoryList list;
    private Set<String> excluded = Set.of();
    private int page;

    public void load() {
        filter = DirectoryFilter.of(request.getParameterMap());
        String asked = request.getParameter("page");
        page = asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : 1;
        list = directory.search(filter.query((page - 1) * PER_PAGE, PER_PAGE));
        excluded = exclusions.excluded(list.items().stream().map(DirectoryEntry::id).toList());
    }

    /** Whether something counts against it now, somewhere or everywhere. */
    public boolean isExcluded(DirectoryEntry entry) {
        return excluded.contains(entry.id());
    }

    public List<DirectoryEntry> getItems() {
        return list.items();
    }

    public long getTotal() {
        return list.total();
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return (int) Math.min(9_999, (list.total() + PER_PAGE - 1) / PER_PAGE);
    }

    public String getText() {
        return filter.text();
    }

    public String getCategory() {
        return filter.category();
    }

    public String getPlace() {
        return filter.place().map(Place::code).orElse("");
    }

    public String getSize() {
        return filter.size().map(SupplierSize::name).orElse("");
    }

    public List<SupplierSize> getSizes() {
        return List.of(SupplierSize.values());
    }

    public boolean isNarrowed() {
        return filter.isNarrowed();
    }

    /** The same search for programs. */
    public String getExport() {
        String query = request.getQueryString();
        return "/api/v1/suppliers" + (query == null ? "" : "?" + query);
    }
}
