//! The router over HTTP: the back end of the browser tests
