//! Reads finished documents and finds what should not be in them
