//! The wire: requests, views, error codes, the command list
