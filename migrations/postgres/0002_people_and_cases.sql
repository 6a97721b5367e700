-- People, agencies, children's cases, risk histories.

CREATE TABLE people (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    date_of_birth DATE,
    gender TEXT,
    pronouns TEXT,
    email TEXT,
    phone TEXT,
    professional BOOLEAN NOT NULL,
    safe_address BOOLEAN NOT NULL,
    safe_address_reason TEXT,
    notes TEXT,
    merged_into UUID REFERENCES people (id) ON DELETE RESTRICT,
    created_at TIMESTAMPTZ NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX people_search_key ON people (search_key);

CREATE TABLE person_names (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('alias', 'former', 'nickname', 'online')),
    name TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL
);
CREATE INDEX person_names_person ON person_names (person_id);

CREATE TABLE person_addresses (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('home', 'placement', 'school', 'work', 'other')),
    address TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    from_on DATE,
    until_on DATE
);
CREATE INDEX person_addresses_person ON person_addresses (person_id);

CREATE TABLE person_identifiers (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('nhs', 'upn', 'case_system', 'police', 'ni', 'other')),
    identifier TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL
);
CREATE INDEX person_identifiers_person ON person_identifiers (person_id);

CREATE TABLE search_words (
    word TEXT COLLATE "C" NOT NULL,
    sound TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT
);
CREATE INDEX search_words_word ON search_words (word);
CREATE INDEX search_words_sound ON search_words (sound);
CREATE INDEX search_words_person ON search_words (person_id);

CREATE TABLE agencies (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('social_care', 'police', 'health', 'education',
        'youth_justice', 'substance_misuse', 'mental_health', 'placement', 'voluntary',
        'probation', 'housing', 'community_safety', 'early_help', 'other')),
    email TEXT,
    secure_email BOOLEAN NOT NULL,
    phone TEXT,
    active BOOLEAN NOT NULL,
    merged_into UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    version BIGINT NOT NULL
);

CREATE TABLE agency_roles (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    agency_id UUID NOT NULL REFERENCES agencies (id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    standing_meeting_type TEXT,
    active BOOLEAN NOT NULL
);
CREATE INDEX agency_roles_person ON agency_roles (person_id);
CREATE INDEX agency_roles_agency ON agency_roles (agency_id);

CREATE TABLE cases (
    id UUID NOT NULL PRIMARY KEY,
    reference TEXT COLLATE "C" NOT NULL UNIQUE,
    child_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    opened_on DATE NOT NULL,
    closed_on DATE,
    closed_reason TEXT,
    reopened_on DATE,
    reopened_reason TEXT,
    chair_id UUID REFERENCES users (id) ON DELETE RESTRICT,
    area TEXT,
    exploitation JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX cases_child ON cases (child_id);
CREATE INDEX cases_chair ON cases (chair_id);

CREATE TABLE case_people (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    relationship TEXT NOT NULL CHECK (relationship IN ('mother', 'father', 'parent', 'carer',
        'sibling', 'grandparent', 'relative', 'partner_of_parent', 'friend', 'peer_at_risk',
        'person_of_concern', 'social_worker', 'team_manager', 'other_professional', 'other')),
    description TEXT,
    agency_id UUID REFERENCES agencies (id) ON DELETE RESTRICT,
    parental_responsibility BOOLEAN NOT NULL,
    invited BOOLEAN NOT NULL,
    until_on DATE,
    UNIQUE (case_id, person_id, relationship)
);
CREATE INDEX case_people_person ON case_people (person_id);

CREATE TABLE risk_ratings (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    process TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('high', 'medium', 'low', 'none')),
    reason TEXT NOT NULL,
    rated_at TIMESTAMPTZ NOT NULL,
    rated_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    toolkit_on DATE,
    meeting_id UUID,
    voided_at TIMESTAMPTZ,
    voided_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
);
CREATE INDEX risk_ratings_case ON risk_ratings (case_id, rated_at);

CREATE TABLE incidents (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    happened_on DATE NOT NULL,
    summary TEXT NOT NULL,
    review_wanted BOOLEAN NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    voided_at TIMESTAMPTZ,
    voided_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
);
CREATE INDEX incidents_case ON incidents (case_id, happened_on);

CREATE TABLE missing_episodes (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    started_at TIMESTAMPTZ NOT NULL,
    returned_at TIMESTAMPTZ,
    note TEXT,
    recorded_at TIMESTAMPTZ NOT NULL,
    recorded_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    voided_at TIMESTAMPTZ,
    voided_by UUID REFERENCES users (id) ON DELETE RESTRICT,
    voided_reason TEXT
);
CREATE INDEX missing_episodes_case ON missing_episodes (case_id, started_at);

-- An entry made in the wrong child's case, and the same entry made again in the right one.
CREATE TABLE repairs (
    wrong_id UUID NOT NULL PRIMARY KEY,
    again_id UUID NOT NULL UNIQUE,
    entity TEXT NOT NULL CHECK (entity IN ('risk_rating', 'incident', 'missing_episode')),
    from_case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    to_case_id UUID NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL,
    repaired_at TIMESTAMPTZ NOT NULL,
    repaired_by UUID NOT NULL REFERENCES users (id) ON DELETE RESTRICT
);
CREATE INDEX repairs_from ON repairs (from_case_id);
CREATE INDEX repairs_to ON repairs (to_case_id);
