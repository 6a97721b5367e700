-- The store itself: settings, people who sign in, rules, saved lists, the audit chain.

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT NOT NULL UNIQUE,
    job_title TEXT,
    active INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    last_sign_in TEXT,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE user_roles (
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('chair', 'meeting_administrator', 'system_administrator',
        'lado_officer', 'manager', 'auditor', 'reader')),
    PRIMARY KEY (user_id, role)
) STRICT;

CREATE TABLE rules (
    id BLOB NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL,
    part TEXT NOT NULL,
    row_version INTEGER NOT NULL,
    effective_from TEXT,
    effective_to TEXT,
    status TEXT NOT NULL CHECK (status IN ('seed', 'statutory', 'guidance', 'local', 'proposed')),
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    UNIQUE (rule, part, row_version)
) STRICT;

CREATE TABLE non_working_days (
    day TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('proclaimed', 'closure')),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE saved_views (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    UNIQUE (user_id, screen, name)
) STRICT;

CREATE TABLE covers (
    id BLOB NOT NULL PRIMARY KEY,
    chair_id BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    covered_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    reason TEXT,
    created_at TEXT NOT NULL,
    created_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE audit_events (
    number INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    by_user BLOB NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    case_id BLOB,
    detail TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_events_case ON audit_events (case_id, number);
CREATE INDEX audit_events_entity ON audit_events (entity_id, number);

-- Append-only: no update, no delete, and only the next number goes in (a plain delete trigger
-- would let INSERT OR REPLACE rewrite an entry).
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never changed');
END;
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
CREATE TRIGGER audit_events_in_sequence BEFORE INSERT ON audit_events
WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM audit_events)
BEGIN
    SELECT RAISE(ABORT, 'audit entries are added in sequence');
END;
