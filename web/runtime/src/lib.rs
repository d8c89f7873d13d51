//! Boa with require, console and values; knows no transport.
