-- The store itself: settings, people who sign in, rules, saved lists, the audit chain.

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE users (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL UNIQUE,
    job_title TEXT,
    active BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    last_sign_in TIMESTAMPTZ,
    version BIGINT NOT NULL
);

CREATE TABLE user_roles (
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('chair', 'meeting_administrator', 'system_administrator',
        'lado_officer', 'manager', 'auditor', 'reader')),
    PRIMARY KEY (user_id, role)
);

CREATE TABLE rules (
    id UUID NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL,
    part TEXT NOT NULL,
    row_version BIGINT NOT NULL,
    effective_from DATE,
    effective_to DATE,
    status TEXT NOT NULL CHECK (status IN ('seed', 'statutory', 'guidance', 'local', 'proposed')),
    body JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    UNIQUE (rule, part, row_version)
);

CREATE TABLE non_working_days (
    day DATE NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('proclaimed', 'closure')),
    name TEXT NOT NULL
);

CREATE TABLE saved_views (
    id UUID NOT NULL PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    UNIQUE (user_id, screen, name)
);

CREATE TABLE covers (
    id UUID NOT NULL PRIMARY KEY,
    chair_id UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    covered_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    reason TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT
);

CREATE TABLE audit_events (
    number BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    by_user UUID NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id UUID NOT NULL,
    case_id UUID,
    detail TEXT NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX audit_events_case ON audit_events (case_id, number);
CREATE INDEX audit_events_entity ON audit_events (entity_id, number);

-- Append-only: no update, no delete, and only the next number goes in.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed or deleted', TG_ARGV[0];
END;
$$;
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry');
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change('an audit entry');
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('an audit entry');
CREATE FUNCTION audit_events_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM audit_events) THEN
        RAISE EXCEPTION 'audit entries are added in sequence';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER audit_events_in_sequence BEFORE INSERT ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_next();
