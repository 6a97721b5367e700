//! Use cases: require, load, decide, save, commit
