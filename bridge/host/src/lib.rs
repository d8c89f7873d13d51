//! Discovers, checks and runs plugin processes, one set per session.
