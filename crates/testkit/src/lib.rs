//! What tests share: a database of each kind, a fixed clock, one made-up authority
