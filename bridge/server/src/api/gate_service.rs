//! `pontoon.v1.Gate`: the one call without a token.

use std::time::Instant;

use proto::browser::gate_server::Gate as GateApi;
use proto::browser::{ExchangeCodeRequest, ExchangeCodeResponse};
use tonic::{Request, Response, Status};

use crate::gate::Gate;

/// Serves code exchanges.
#[derive(Debug)]
pub(crate) struct GateService {
    gate: Gate,
}

impl GateService {
    pub(crate) const fn new(gate: Gate) -> Self {
        Self { gate }
    }
}

#[tonic::async_trait]
impl GateApi for GateService {
    async fn exchange_code(
        &self,
        request: Request<ExchangeCodeRequest>,
    ) -> Result<Response<ExchangeCodeResponse>, Status> {
        match self.gate.exchange(&request.get_ref().code, Instant::now()) {
            Ok(Some(token)) => Ok(Response::new(ExchangeCodeResponse { token })),
            Ok(None) => Err(Status::unauthenticated(
                "the link's code was used already, is too old, or is of another run of the bridge",
            )),
            Err(error) => Err(Status::internal(bridge_host::chain(&error))),
        }
    }
}
