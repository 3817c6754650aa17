-- Who may not take part, and whom an authority has found fit to. See org.subhasta.eligibility.

CREATE SCHEMA eligibility;
GRANT USAGE ON SCHEMA eligibility TO ${application};

CREATE TABLE eligibility.exclusion (
    id              text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    supplier        text        NOT NULL REFERENCES parties.organisation,
    authority       text        NOT NULL REFERENCES parties.organisation,
    scope           text        NOT NULL CHECK (scope IN ('AUTHORITY', 'PLATFORM')),
    ground          text        NOT NULL CHECK (ground <> ''),
    law             text        NOT NULL CHECK (length(law) <= 200),
    reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    from_at         timestamptz NOT NULL,
    until_at        timestamptz,
    proposed_at     timestamptz NOT NULL,
    proposed_by     text        NOT NULL REFERENCES parties.person,
    -- From then on it counts; null while it waits for a second person.
    recorded_at     timestamptz,
    confirmed_by    text        REFERENCES parties.person,
    declined_at     timestamptz,
    declined_by     text        REFERENCES parties.person,
    lifted_at       timestamptz,
    lifted_by       text        REFERENCES parties.person,
    ended_reason    text        CHECK (length(ended_reason) BETWEEN 1 AND 2000),
    appealed_on     date,
    appeal_outcome  text        CHECK (appeal_outcome IN ('OPEN', 'UPHELD', 'LIFTED')),
    appeal_note     text        CHECK (length(appeal_note) <= 2000),
    version         integer     NOT NULL,
    CHECK (until_at > from_at),
    CHECK (from_at >= recorded_at),
    CHECK (recorded_at >= proposed_at),
    CHECK (lifted_at >= recorded_at),
    CHECK (confirmed_by <> proposed_by),
    CHECK ((scope = 'PLATFORM') = (confirmed_by IS NOT NULL) OR recorded_at IS NULL),
    CHECK (declined_at IS NULL OR recorded_at IS NULL),
    CHECK (lifted_at IS NULL OR recorded_at IS NOT NULL),
    CHECK ((declined_at IS NULL AND lifted_at IS NULL) = (ended_reason IS NULL)),
    CHECK ((declined_at IS NULL) = (declined_by IS NULL)),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
    CHECK ((appealed_on IS NULL) = (appeal_outcome IS NULL)),
    CHECK ((appealed_on IS NULL) = (appeal_note IS NULL))
);
CREATE INDEX exclusion_supplier ON eligibility.exclusion (supplier) WHERE recorded_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON eligibility.exclusion TO ${application};

CREATE TABLE eligibility.qualified_list (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    authority  text        NOT NULL REFERENCES parties.organisation,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    categories text        NOT NULL CHECK (length(categories) <= 2000),
    from_day   date        NOT NULL,
    until_day  date,
    made_by    text        NOT NULL REFERENCES parties.person,
    made_at    timestamptz NOT NULL,
    CHECK (until_day >= from_day)
);
CREATE INDEX qualified_list_authority ON eligibility.qualified_list (authority);
GRANT SELECT, INSERT ON eligibility.qualified_list TO ${application};

CREATE TABLE eligibility.listing (
    id             text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    list           text        NOT NULL REFERENCES eligibility.qualified_list,
    supplier       text        NOT NULL REFERENCES parties.organisation,
    admitted_at    timestamptz NOT NULL,
    admitted_by    text        NOT NULL REFERENCES parties.person,
    reason         text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    removed_at     timestamptz,
    removed_by     text        REFERENCES parties.person,
    removed_reason text        CHECK (length(removed_reason) BETWEEN 1 AND 2000),
    CHECK (removed_at >= admitted_at),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
);
CREATE UNIQUE INDEX listing_once ON eligibility.listing (list, supplier) WHERE removed_at IS NULL;
CREATE INDEX listing_supplier ON eligibility.listing (supplier);
GRANT SELECT, INSERT, UPDATE ON eligibility.listing TO ${application};

-- Bids that officers kept although their bidder is excluded. Never taken back: the bid may still be
-- disqualified.
CREATE TABLE awarding.kept_bid (
    tender    text        NOT NULL REFERENCES tendering.tender,
    bid       uuid        NOT NULL,
    exclusion text        NOT NULL REFERENCES eligibility.exclusion,
    reason    text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
    kept_by   text        NOT NULL REFERENCES parties.person,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (tender, bid, exclusion)
);
GRANT SELECT, INSERT ON awarding.kept_bid TO ${application};
