-- Names that can be taken for one another, and the public directory of suppliers.

-- What near names have in common, computed by the application; those without get theirs at the start.
ALTER TABLE parties.organisation ADD COLUMN name_keys integer[];
CREATE INDEX organisation_name_keys ON parties.organisation USING gin (name_keys);

CREATE SCHEMA suppliers;
GRANT USAGE ON SCHEMA suppliers TO ${application};

-- One entry per supplier: what its registration says, kept by the trigger below, and what the
-- supplier tells of itself. One table, so that words are looked for in both at once.
CREATE TABLE suppliers.entry (
    organisation  text        PRIMARY KEY REFERENCES parties.organisation,
    name          text        NOT NULL,
    country       text        NOT NULL,
    locality      text        NOT NULL,
    listed        boolean     NOT NULL,
    size          text        CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
    contact       text        NOT NULL DEFAULT '',
    email         text        NOT NULL DEFAULT '',
    phone         text        NOT NULL DEFAULT '',
    website       text        NOT NULL DEFAULT '',
    keywords      text        NOT NULL DEFAULT '',
    description   text        NOT NULL DEFAULT '',
    categories    text[]      NOT NULL DEFAULT '{}',
    places        text[]      NOT NULL DEFAULT '{}',
    -- The codes and all wider ones, by which they are found; computed by the application.
    category_keys text[]      NOT NULL DEFAULT '{}',
    place_keys    text[]      NOT NULL DEFAULT '{}',
    changed_at    timestamptz,
    version       integer     NOT NULL DEFAULT 0,
    search        tsvector    NOT NULL GENERATED ALWAYS AS (
        to_tsvector('simple', name || ' ' || keywords || ' ' || description)) STORED
);
CREATE INDEX entry_listed ON suppliers.entry (name, organisation) WHERE listed;
CREATE INDEX entry_size ON suppliers.entry (size, name, organisation) WHERE listed;
CREATE INDEX entry_search ON suppliers.entry USING gin (search);
CREATE INDEX entry_categories ON suppliers.entry USING gin (category_keys);
CREATE INDEX entry_places ON suppliers.entry USING gin (place_keys);
GRANT SELECT, INSERT, UPDATE ON suppliers.entry TO ${application};

CREATE FUNCTION suppliers.follow_registration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'SUPPLIER' THEN
        INSERT INTO suppliers.entry (organisation, name, country, locality, listed)
        VALUES (NEW.id, NEW.name, NEW.country, NEW.locality, NEW.state = 'approved')
        ON CONFLICT (organisation) DO UPDATE SET name = EXCLUDED.name,
            country = EXCLUDED.country, locality = EXCLUDED.locality, listed = EXCLUDED.listed;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER follow_registration
    AFTER INSERT OR UPDATE OF name, country, locality, state ON parties.organisation
    FOR EACH ROW EXECUTE FUNCTION suppliers.follow_registration();
INSERT INTO suppliers.entry (organisation, name, country, locality, listed)
    SELECT id, name, country, locality, state = 'approved'
    FROM parties.organisation WHERE kind = 'SUPPLIER';

-- Apart from the entry, so that nothing that reads the directory can read it.
CREATE TABLE suppliers.account (
    organisation text        PRIMARY KEY REFERENCES parties.organisation,
    iban         text        NOT NULL CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    changed_at   timestamptz NOT NULL,
    version      integer     NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON suppliers.account TO ${application};

-- What registers answered, never changed.
CREATE TABLE suppliers.fact (
    id           text        PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation text        NOT NULL REFERENCES parties.organisation,
    scheme       text        NOT NULL,
    identifier   text        NOT NULL,
    source       text        NOT NULL CHECK (source <> ''),
    asked_at     timestamptz NOT NULL,
    known        boolean     NOT NULL,
    name         text        NOT NULL,
    address      text        NOT NULL,
    status       text        NOT NULL,
    CHECK (known = (name <> ''))
);
CREATE INDEX fact_organisation ON suppliers.fact (organisation, asked_at);
GRANT SELECT, INSERT ON suppliers.fact TO ${application};
