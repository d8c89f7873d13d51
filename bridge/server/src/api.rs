//! The border post between the browser's wire and the host: each call converts, asks, and converts back.

mod gate_service;
mod sessions_service;
mod status;
mod to_proto;

pub(crate) use gate_service::GateService;
pub(crate) use sessions_service::SessionsService;
