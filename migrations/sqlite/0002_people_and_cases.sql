-- People, agencies, children's cases, risk histories.

CREATE TABLE people (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT NOT NULL,
    date_of_birth TEXT,
    gender TEXT,
    pronouns TEXT,
    email TEXT,
    phone TEXT,
    professional INTEGER NOT NULL,
    safe_address INTEGER NOT NULL,
    safe_address_reason TEXT,
    notes TEXT,
    merged_into BLOB REFERENCES people (id) ON DELETE RESTRICT,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX people_search_key ON people (search_key);

CREATE TABLE person_names (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('alias', 'former', 'nickname', 'online')),
    name TEXT NOT NULL,
    search_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_names_person ON person_names (person_id);

CREATE TABLE person_addresses (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('home', 'placement', 'school', 'work', 'other')),
    address TEXT NOT NULL,
    search_key TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT
) STRICT;
CREATE INDEX person_addresses_person ON person_addresses (person_id);

CREATE TABLE person_identifiers (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('nhs', 'upn', 'case_system', 'police', 'ni', 'other')),
    identifier TEXT NOT NULL,
    search_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_identifiers_person ON person_identifiers (person_id);

CREATE TABLE search_words (
    word TEXT NOT NULL,
    sound TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX search_words_word ON search_words (word);
CREATE INDEX search_words_sound ON search_words (sound);
CREATE INDEX search_words_person ON search_words (person_id);

CREATE TABLE agencies (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('social_care', 'police', 'health', 'education',
        'youth_justice', 'substance_misuse', 'mental_health', 'placement', 'voluntary',
        'probation', 'housing', 'community_safety', 'early_help', 'other')),
    email TEXT,
    secure_email INTEGER NOT NULL,
    phone TEXT,
    active INTEGER NOT NULL,
    merged_into BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE agency_roles (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    agency_id BLOB NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    standing_meeting_type TEXT,
    active INTEGER NOT NULL
) STRICT;
CREATE INDEX agency_roles_person ON agency_roles (person_id);
CREATE INDEX agency_roles_agency ON agency_roles (agency_id);

CREATE TABLE cases (
    id BLOB NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    child_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    closed_reason TEXT,
    reopened_on TEXT,
    reopened_reason TEXT,
    chair_id BLOB REFERENCES users (id) ON DELETE RESTRICT,
    area TEXT,
    exploitation TEXT NOT NULL,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX cases_child ON cases (child_id);
CREATE INDEX cases_chair ON cases (chair_id);

CREATE TABLE case_people (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    relationship TEXT NOT NULL CHECK (relationship IN ('mother', 'father', 'parent', 'carer',
        'sibling', 'grandparent', 'relative', 'partner_of_parent', 'friend', 'peer_at_risk',
        'person_of_concern', 'social_worker', 'team_manager', 'other_professional', 'other')),
    description TEXT,
    agency_id BLOB REFERENCES agencies (id) ON DELETE RESTRICT,
    parental_responsibility INTEGER NOT NULL,
    invited INTEGER NOT NULL,
    until_on TEXT,
    UNIQUE (case_id, person_id, relationship)
) STRICT;
CREATE INDEX case_people_person ON case_people (person_id);

CREATE TABLE risk_ratings (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    process TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('high', 'medium', 'low', 'none')),
    reason TEXT NOT NULL,
    rated_at TEXT NOT NULL,
    rated_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    toolkit_on TEXT,
    meeting_id BLOB,
    voided_at TEXT,
    voided_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
) STRICT;
CREATE INDEX risk_ratings_case ON risk_ratings (case_id, rated_at);

CREATE TABLE incidents (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    happened_on TEXT NOT NULL,
    summary TEXT NOT NULL,
    review_wanted INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    voided_at TEXT,
    voided_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
) STRICT;
CREATE INDEX incidents_case ON incidents (case_id, happened_on);

CREATE TABLE missing_episodes (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    started_at TEXT NOT NULL,
    returned_at TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    voided_at TEXT,
    voided_by BLOB REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
) STRICT;
CREATE INDEX missing_episodes_case ON missing_episodes (case_id, started_at);

-- An entry made in the wrong child's case, and the same entry made again in the right one.
CREATE TABLE repairs (
    wrong_id BLOB NOT NULL PRIMARY KEY,
    again_id BLOB NOT NULL UNIQUE,
    entity TEXT NOT NULL CHECK (entity IN ('risk_rating', 'incident', 'missing_episode')),
    from_case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    to_case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL,
    repaired_at TEXT NOT NULL,
    repaired_by BLOB NOT NULL REFERENCES users (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX repairs_from ON repairs (from_case_id);
CREATE INDEX repairs_to ON repairs (to_case_id);
