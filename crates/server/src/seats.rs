//! One seat for each signed-in window, told apart by a name the window sends.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use api::Seat;

/// The header that names the seat; without it a window sits on the first one.
pub(crate) const SEAT_HEADER: &str = "x-convenor-seat";

const FIRST_SEAT: &str = "first";
const MAX_SEATS: usize = 32;
const MAX_NAME_BYTES: usize = 40;

/// The seats taken so far.
#[derive(Default)]
pub(crate) struct Seats {
    taken: Mutex<HashMap<String, Arc<Seat>>>,
}

impl Seats {
    /// The seat of that name, set up on first use. `None` when the name is not letters, digits and
    /// hyphens, or when every seat is taken.
    pub(crate) fn sit(&self, name: Option<&str>) -> Option<Arc<Seat>> {
        let name = name.unwrap_or(FIRST_SEAT);
        if !is_seat_name(name) {
            return None;
        }
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if !taken.contains_key(name) && taken.len() == MAX_SEATS {
            return None;
        }
        Some(Arc::clone(taken.entry(name.to_owned()).or_default()))
    }
}

fn is_seat_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= MAX_NAME_BYTES
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
