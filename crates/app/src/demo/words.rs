//! Words to make people and sentences from. All made up; no person of this name is meant.

pub(super) const GIVEN: &[&str] = &[
    "Amara",
    "Blessing",
    "Callum",
    "Dariusz",
    "Esme",
    "Faisal",
    "Gwenllian",
    "Hana",
    "Iqra",
    "Jaxon",
    "Keziah",
    "Lowri",
    "Mikolaj",
    "Nadia",
    "Oluwaseun",
    "Poppy",
    "Quinn",
    "Rhys",
    "Saoirse",
    "Tariq",
    "Una",
    "Vikram",
    "Wren",
    "Xanthe",
    "Yusuf",
    "Zuzanna",
    "Arlo",
    "Bilal",
    "Chidi",
    "Delphine",
    "Ewan",
    "Fatima",
    "Grzegorz",
    "Harriet",
    "Ines",
    "Jamal",
    "Kofi",
    "Leila",
    "Marlon",
    "Niamh",
    "Oskar",
    "Priya",
    "Rowan",
    "Siân",
    "Tomasz",
    "Uzma",
    "Violet",
    "Wiktoria",
    "Yasmin",
    "Zane",
    "Ayesha",
    "Bronte",
    "Corey",
    "Dilan",
    "Elif",
    "Finlay",
];

pub(super) const FAMILY: &[&str] = &[
    "Abernethy-Voss",
    "Bramwick",
    "Castlemoor",
    "Dabrovny",
    "Ellingsworth",
    "Farrowdale",
    "Gathergood",
    "Halvorsan",
    "Ishmaeli",
    "Jessopdale",
    "Kettlewick",
    "Lindqvale",
    "Mbatheru",
    "Nightingrove",
    "Okonjolu",
    "Pemberlow",
    "Quillfeather",
    "Rahmanipour",
    "Skelbrook",
    "Thackermere",
    "Underhallow",
    "Vasquellan",
    "Wetherstone",
    "Yarborrow",
    "Zielonkowa",
    "Ashgrovely",
    "Birkensop",
    "Cholmswell",
    "Dunmorrow",
    "Eastlakes",
    "Fenwicker",
    "Grantmore",
    "Hussainzay",
    "Inglethwaite",
    "Jarrowby",
    "Kowalenko",
    "Larkspurr",
    "Merrowdew",
    "Nwachiku",
    "O'Shaughlin",
    "Patelwala",
    "Ravensdale",
    "Szymkowa",
    "Trelawnick",
    "Umarov-Hale",
    "Venkatara",
];

pub(super) const NICKNAMES: &[&str] =
    &["Ash", "Bee", "Cj", "Dizzy", "Fin", "Gigi", "Jay-Jay", "Kez", "Lo", "Mouse", "Tig", "Zed"];

pub(super) const STREETS: &[&str] = &[
    "Quarry Rise",
    "Tannery Lane",
    "Millrace Court",
    "Beacon Terrace",
    "Larch Walk",
    "Foundry Close",
    "Harebell Way",
    "Ropewalk Gardens",
    "Cinder Hill",
    "Osier Bank",
];

pub(super) const TOWNS: &[(&str, &str)] =
    &[("Trentbridge", "ZZ1"), ("Stokeholme", "ZZ2"), ("Marlpit", "ZZ3"), ("Wold End", "ZZ4")];

pub(super) const SCHOOLS: &[&str] = &[
    "Marlpit Academy",
    "Trentbridge Community School",
    "Stokeholme High School",
    "The Larches School",
    "Wold End College",
];

pub(super) const PLACES: &[&str] = &[
    "the bus station in Trentbridge",
    "Quarry Park",
    "the retail park at Stokeholme",
    "a flat above the shops on Cinder Hill",
    "the canal towpath",
    "the skate park",
];

pub(super) const AREAS: &[&str] = &["North", "South", "East", "West"];

pub(super) const PURPOSE: &[&str] = &[
    "To review the risk of exploitation to {child} and the plan that keeps {them} safe.",
    "To share what each agency knows about {child} and agree the level of risk.",
];

pub(super) const POLICE: &[&str] = &[
    "{child} was found at {place} in the early hours with two older people. No complaint was made.",
    "Three missing episodes since the last meeting, the longest {hours} hours. {child} returned each time without saying where {they} had been.",
    "A telephone was seized and is being examined. Nothing further can be shared at present.",
    "No new reports since the last meeting. The neighbourhood team has visited twice.",
];

pub(super) const POLICE_RESTRICTED: &[&str] = &[
    "Intelligence suggests that {concern} is moving packages through {place}. This is not to be shared further without police agreement.",
    "{concern} is subject to an open line of enquiry about the supply of drugs to children at {place}.",
];

pub(super) const HEALTH: &[&str] = &[
    "{child} has attended two of four appointments. Sleep is poor. The school nurse sees {them} weekly.",
    "Last seen by the GP in the spring. A referral to the wellbeing service was accepted.",
    "No concerns about growth or general health. {child} says that {they} feel tired and watched.",
];

pub(super) const EDUCATION: &[&str] = &[
    "Attendance at {school} is {percent} per cent, down from last term. {child} is often late on Mondays.",
    "{child} is settled at {school} and has a trusted adult, the pastoral lead.",
    "Two short exclusions this term. Staff saw {child} being collected by an unknown car.",
];

pub(super) const SOCIAL_CARE: &[&str] = &[
    "The social worker visits weekly. {child} is open about friendships but not about money.",
    "The family has accepted support. {parent} reports new trainers and a second telephone that {they} cannot explain.",
    "The exploitation toolkit was updated with the family. {parent} was worried by the score and wants to help.",
];

pub(super) const PUSH: &[&str] = &[
    "Arguments at home about money; {parent} works nights.",
    "{child} feels left out at school and says that nobody listens.",
];

pub(super) const PULL: &[&str] = &[
    "Older friends give {child} lifts, food and praise.",
    "{child} is proud of earning and speaks of owing {concern} a favour.",
];

pub(super) const CHILD_WORDS: &[&str] = &[
    "\"I know what I'm doing. They are my mates. I don't want my mum to worry.\"",
    "\"I want to stay at school. I want people to stop asking me the same thing.\"",
    "\"I feel safer when I'm with my auntie. I don't like going past the shops.\"",
];

pub(super) const FAMILY_WORDS: &[&str] = &[
    "{parent} said that the last month was calmer and asked for one person to ring.",
    "{parent} is frightened of visitors to the house and does not want the address to be known.",
];

pub(super) const ANALYSIS: &[&str] = &[
    "Contact with older people, unexplained money and missing episodes point the same way. Protective: school, {parent}, a trusted worker.",
    "The pattern is weaker than at the last meeting: fewer episodes, better attendance. The link to {place} remains.",
];

pub(super) const RATING: &[&str] = &[
    "Missing episodes, unexplained money and contact with older people who are known to the police.",
    "Fewer episodes and better attendance; the links to older people remain.",
    "Protective factors are strong and no new information points to exploitation.",
];

pub(super) const DECISIONS: &[(&str, &str)] = &[
    ("Continue with review meetings.", "The plan works but is not finished."),
    (
        "Disruption of {place} to be raised with the neighbourhood team.",
        "Three reports name the same place.",
    ),
    (
        "A single named worker for {child}.",
        "{child} asked not to tell the story again to new people.",
    ),
];

pub(super) const ACTIONS: &[(&str, &str)] = &[
    ("Share the chronology with all agencies", "social_care"),
    ("Visit {place} at the times named and report back", "police"),
    ("Offer {child} a health review", "health"),
    ("Agree a safe route home with {child}", "education"),
    ("Update the exploitation toolkit", "social_care"),
    ("Complete the safety plan with the family", "social_care"),
    ("Keep a diary of unknown calls", "family"),
];
