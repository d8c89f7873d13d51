//! `pontoon.v1.Sessions`: each call for the principal that the guard put into the request's extensions.

use bridge_host::{Host, Principal, SessionId};
use proto::browser::sessions_server::Sessions;
use proto::browser::{
    CloseSessionRequest, CloseSessionResponse, HeartbeatRequest, HeartbeatResponse, InvokeRequest,
    InvokeResponse, OpenSessionRequest, OpenSessionResponse,
};
use tonic::{Request, Response, Status};

use super::{status, to_proto};

/// Serves sessions.
#[derive(Debug)]
pub(crate) struct SessionsService {
    host: Host,
}

impl SessionsService {
    pub(crate) const fn new(host: Host) -> Self {
        Self { host }
    }
}

#[tonic::async_trait]
impl Sessions for SessionsService {
    async fn open_session(
        &self,
        request: Request<OpenSessionRequest>,
    ) -> Result<Response<OpenSessionResponse>, Status> {
        let opened = self.host.open_session(principal(&request)?).await;
        opened
            .map(|session| Response::new(to_proto::session(&session)))
            .map_err(|error| status::of_open(&error))
    }

    async fn invoke(&self, request: Request<InvokeRequest>) -> Result<Response<InvokeResponse>, Status> {
        let owner = principal(&request)?;
        let InvokeRequest {
            session_id,
            module_name,
            export_name,
            method_name,
            args,
        } = request.into_inner();
        let method = Some(method_name).filter(|name| !name.is_empty());
        let id = SessionId::from(session_id);
        self.host
            .invoke(
                &id,
                owner,
                &module_name,
                export_name.clone(),
                method.clone(),
                args,
            )
            .await
            .map(|result| Response::new(InvokeResponse { result: Some(result) }))
            .map_err(|error| status::of_invoke(&error, module_name, export_name, method))
    }

    async fn heartbeat(
        &self,
        request: Request<HeartbeatRequest>,
    ) -> Result<Response<HeartbeatResponse>, Status> {
        let owner = principal(&request)?;
        self.host
            .heartbeat(&request.into_inner().session_id.into(), owner)
            .map(|()| Response::new(HeartbeatResponse {}))
            .map_err(|error| status::of_session(&error))
    }

    async fn close_session(
        &self,
        request: Request<CloseSessionRequest>,
    ) -> Result<Response<CloseSessionResponse>, Status> {
        let owner = principal(&request)?;
        self.host
            .close_session(&request.into_inner().session_id.into(), owner)
            .map(|()| Response::new(CloseSessionResponse {}))
            .map_err(|error| status::of_session(&error))
    }
}

fn principal<T>(request: &Request<T>) -> Result<Principal, Status> {
    request
        .extensions()
        .get::<Principal>()
        .copied()
        .ok_or_else(|| Status::unauthenticated("the call carries no token"))
}
