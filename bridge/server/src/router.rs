//! Layers and routes, outermost first: security headers, panics, the guard, body time-out, then the paths.

use std::time::Duration;

use axum::routing::get;
use axum::{Router, middleware};
use bridge_host::Host;
use http::StatusCode;
use proto::browser::gate_server::GateServer;
use proto::browser::sessions_server::SessionsServer;
use proto::limits::MAX_BROWSER_MESSAGE;
use tonic_web::GrpcWebLayer;
use tower::Layer as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::gate::Gate;
use crate::guard::{self, Guard, Site};
use crate::{api, headers, page};

/// How long a request's body may stand still.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// Everything the port answers.
pub(crate) fn router(port: u16, host: Host, gate: Gate) -> Router {
    let web = GrpcWebLayer::new();
    let gate_calls = web.layer(GateServer::new(api::GateService::new(gate.clone())));
    let session_calls = web.layer(
        SessionsServer::new(api::SessionsService::new(host))
            .max_decoding_message_size(MAX_BROWSER_MESSAGE)
            .max_encoding_message_size(MAX_BROWSER_MESSAGE),
    );
    let guard = Guard {
        site: Site::on_port(port),
        gate,
    };
    let router = Router::new()
        .route_service("/pontoon.v1.Gate/{method}", gate_calls)
        .route_service("/pontoon.v1.Sessions/{method}", session_calls)
        .layer(RequestBodyTimeoutLayer::new(BODY_TIMEOUT))
        .route("/health", get(async || "ok\n"))
        .merge(page::router())
        .fallback(async || {
            (
                StatusCode::NOT_FOUND,
                "\"not-found\": the bridge has no such file\n",
            )
        })
        .layer(middleware::from_fn_with_state(guard, guard::check))
        .layer(CatchPanicLayer::new());
    headers::secure(router)
}
