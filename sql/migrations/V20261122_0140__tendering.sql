-- Tenders written here, tenders imported, and the vocabulary they are classified by.
-- See org.subhasta.tendering for the terms and the invariants named T1 to T6.
CREATE SCHEMA tendering;
GRANT USAGE ON SCHEMA tendering TO ${application};

-- The Common Procurement Vocabulary; filled by the next migration.
CREATE TABLE tendering.classification (
    code   text     PRIMARY KEY CHECK (code ~ '^[0-9]{8}$'),
    label  text     NOT NULL CHECK (label <> ''),
    search tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', label)) STORED
);
CREATE INDEX classification_search ON tendering.classification USING gin (search);
GRANT SELECT ON tendering.classification TO ${application};

CREATE TABLE tendering.tender (
    id             text           PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    organisation   text           NOT NULL REFERENCES parties.organisation,
    status         text           NOT NULL CHECK (status IN
                       ('planning', 'active', 'complete', 'unsuccessful', 'cancelled')),
    draft          text           NOT NULL,
    taken_from     text,
    created_at     timestamptz    NOT NULL,
    changed_at     timestamptz    NOT NULL,
    changed_by     text           NOT NULL REFERENCES parties.person,
    version        bigint         NOT NULL,
    -- What was published, byte for byte, and what lists need of it.
    notice         bytea,
    notice_sha256  text           CHECK (notice_sha256 ~ '^[0-9a-f]{64}$'),
    published_at   timestamptz,
    title          text           NOT NULL,
    description    text           NOT NULL,
    buyer_name     text           NOT NULL,
    words          text           NOT NULL,
    classification text           REFERENCES tendering.classification,
    value_amount   numeric(20, 4) CHECK (value_amount > 0),
    value_currency text           CHECK (value_currency ~ '^[A-Z]{3}$'),
    closes_at      timestamptz,
    zone           text,
    lots           integer        NOT NULL CHECK (lots >= 0),
    ended_at       timestamptz,
    reason         text           CHECK (reason <> ''),
    search         tsvector       NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', buyer_name), 'B')
        || setweight(to_tsvector('english', left(description, 20000)), 'C')
        || setweight(to_tsvector('english', left(words, 100000)), 'D')) STORED,
    CHECK ((status = 'planning') = (notice IS NULL)),
    CHECK (num_nulls(notice, notice_sha256, published_at, closes_at, zone, classification)
           IN (0, 6)),
    CHECK ((value_amount IS NULL) = (value_currency IS NULL)),
    CHECK ((ended_at IS NOT NULL) = (status IN ('complete', 'unsuccessful', 'cancelled'))),
    CHECK ((reason IS NOT NULL) = (status IN ('unsuccessful', 'cancelled')))
);
CREATE INDEX tender_search ON tendering.tender USING gin (search);
CREATE INDEX tender_organisation ON tendering.tender (organisation, status);
CREATE INDEX tender_closing ON tendering.tender (closes_at) WHERE status = 'active';
GRANT SELECT, INSERT, UPDATE, DELETE ON tendering.tender TO ${application};

-- T3: what was published stands, whoever tries.
CREATE FUNCTION tendering.notice_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'tender % was published and cannot be deleted', OLD.id;
    END IF;
    IF (NEW.notice, NEW.notice_sha256, NEW.published_at, NEW.title, NEW.description,
        NEW.buyer_name, NEW.classification, NEW.value_amount, NEW.value_currency, NEW.closes_at,
        NEW.zone, NEW.lots, NEW.organisation)
       IS DISTINCT FROM
       (OLD.notice, OLD.notice_sha256, OLD.published_at, OLD.title, OLD.description,
        OLD.buyer_name, OLD.classification, OLD.value_amount, OLD.value_currency, OLD.closes_at,
        OLD.zone, OLD.lots, OLD.organisation) THEN
        RAISE EXCEPTION 'tender % was published and cannot be changed', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER notice_stands BEFORE UPDATE OR DELETE ON tendering.tender
    FOR EACH ROW WHEN (OLD.notice IS NOT NULL) EXECUTE FUNCTION tendering.notice_stands();

-- T6: somebody else's tenders, compiled from their OCDS releases.
CREATE TABLE tendering.imported (
    id             text           PRIMARY KEY CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    ocid           text           NOT NULL UNIQUE CHECK (ocid <> ''),
    status         text           NOT NULL CHECK (status IN ('planning', 'planned', 'active',
                       'complete', 'unsuccessful', 'cancelled', 'withdrawn')),
    content        text           NOT NULL,
    source         text           NOT NULL,
    licence        text           NOT NULL,
    releases       integer        NOT NULL CHECK (releases > 0),
    published_at   timestamptz    NOT NULL,
    imported_at    timestamptz    NOT NULL,
    version        bigint         NOT NULL,
    title          text           NOT NULL CHECK (title <> ''),
    description    text           NOT NULL,
    buyer_name     text           NOT NULL,
    words          text           NOT NULL,
    classification text           CHECK (classification ~ '^[0-9]{8}$'),
    value_amount   numeric(20, 4) CHECK (value_amount >= 0),
    value_currency text           CHECK (value_currency ~ '^[A-Z]{3}$'),
    closes_at      timestamptz,
    lots           integer        NOT NULL CHECK (lots >= 0),
    search         tsvector       NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', buyer_name), 'B')
        || setweight(to_tsvector('english', left(description, 20000)), 'C')
        || setweight(to_tsvector('english', left(words, 100000)), 'D')) STORED,
    CHECK ((value_amount IS NULL) = (value_currency IS NULL))
);
CREATE INDEX imported_search ON tendering.imported USING gin (search);
GRANT SELECT, INSERT, UPDATE ON tendering.imported TO ${application};

-- Everything public, for lists. The closing as it stands is the box's: the outage rule moves it.
CREATE VIEW tendering.listing AS
    SELECT t.id, 'ocds-subhst-' || t.id AS ocid, 'HERE' AS origin, t.status, t.title,
           left(t.description, 400) AS summary, t.organisation, t.buyer_name, t.classification,
           c.label AS classification_label, t.value_amount, t.value_currency,
           b.closes_at, t.zone, t.published_at, t.lots, t.search
    FROM tendering.tender t JOIN bidding.box b ON b.id = t.id
         LEFT JOIN tendering.classification c ON c.code = t.classification
    WHERE t.notice IS NOT NULL
    UNION ALL
    SELECT i.id, i.ocid, 'IMPORTED', i.status, i.title,
           left(i.description, 400), '', i.buyer_name, i.classification,
           c.label, i.value_amount, i.value_currency,
           i.closes_at, 'UTC', i.published_at, i.lots, i.search
    FROM tendering.imported i LEFT JOIN tendering.classification c ON c.code = i.classification;
GRANT SELECT ON tendering.listing TO ${application};
