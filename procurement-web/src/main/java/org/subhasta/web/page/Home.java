package org.subhasta.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The first page. */
@Named
@RequestScoped
public class Home {
}
