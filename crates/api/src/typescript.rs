//! Writes the TypeScript of the wire: one file, so that a difference is seen at a glance.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use ts_rs::{Config, TS, TypeVisitor};

const HEADER: &str = "// Written by `cargo xtask bindings` from crates/api. Do not edit.\n";

/// Collects declarations.
#[derive(Default)]
pub struct Types {
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: Vec<(&'static str, String, String)>,
}

impl Types {
    /// A command with its request and view.
    pub fn command<Request: TS + 'static, View: TS + 'static>(&mut self, name: &'static str) {
        self.also::<Request>();
        self.also::<View>();
        let config = Config::default();
        self.commands.push((name, Request::name(&config), View::name(&config)));
    }

    /// A type and everything that it uses.
    pub fn also<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
    }

    /// The file.
    #[must_use]
    pub fn finish(self) -> String {
        let mut text = HEADER.to_owned();
        for declaration in self.declarations.values() {
            text.push_str("\nexport ");
            text.push_str(declaration);
            text.push('\n');
        }
        text.push_str("\n/** Every command: what it takes and what it answers. */\n");
        text.push_str("export type Commands = {\n");
        for (name, request, view) in &self.commands {
            text.push_str("  ");
            text.push_str(name);
            text.push_str(": [");
            text.push_str(request);
            text.push_str(", ");
            text.push_str(view);
            text.push_str("];\n");
        }
        text.push_str("};\n");
        text
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own types have a file to go to; the others (string, number …) are built in.
        if T::output_path().is_some() {
            let config = Config::default();
            self.declarations.insert(T::ident(&config), T::decl(&config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
