//! Finds protected names in text and writes the text without them
