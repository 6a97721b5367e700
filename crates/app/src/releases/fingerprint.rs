//! What a document was made from, as one hash: when minutes, people, choices or decisions change,
//! the hash does.

use domain::audit::Hash;
use redact::Entity;

use super::register::Known;
use super::source::Source;

pub(super) fn of(source: &Source, known: &Known) -> Hash {
    let mut pieces = Pieces(Vec::new());
    pieces.add("convenor release source 1");
    pieces.add(&source.minutes.digest.to_hex());
    pieces.add(if source.is_superseded() { "superseded" } else { "current" });
    pieces.add(&source.authority);
    pieces.add(source.reader.recipient.kind().as_str());
    pieces.add(&format!("{:?}", source.reader));
    pieces.add(&source.recipient_name);
    for part in source.parts() {
        let chosen = part.settled(&source.choices);
        pieces.add(part.at.kind.as_str());
        pieces.add(&part.at.id.to_string());
        pieces.add(&part.text);
        pieces.add(chosen.choice().as_str());
        pieces.add(chosen.reason().map_or("", domain::record::WithholdReason::as_str));
        pieces.add(chosen.wording().map_or("", |wording| wording.as_str()));
    }
    for decision in &source.decisions {
        pieces.add(decision.word.as_str());
        pieces.add(decision.choice.as_str());
    }
    for (entity, kept) in known.register.entities().iter().zip(&known.kept) {
        pieces.add(if *kept { "kept" } else { "protected" });
        pieces.add_entity(entity);
    }
    Hash::of(&pieces.0)
}

/// Every piece with its length before it, so that no two different sources read alike.
struct Pieces(Vec<u8>);

impl Pieces {
    fn add(&mut self, piece: &str) {
        let length = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.0.extend(length.to_be_bytes());
        self.0.extend(piece.as_bytes());
    }

    fn add_entity(&mut self, entity: &Entity) {
        self.add(entity.id.as_str());
        self.add(entity.kind.as_str());
        self.add(&entity.role);
        self.add(&format!("{:?} {:?}", entity.born, entity.whereabouts));
        let lists = [
            &entity.names,
            &entity.aliases,
            &entity.addresses,
            &entity.identifiers,
            &entity.vehicles,
            &entity.handles,
        ];
        for list in lists {
            self.add(&list.len().to_string());
            for text in list {
                self.add(text);
            }
        }
    }
}
