//! Whether a plugin is ready, by gRPC's health protocol. The question is also the first that goes over the
//! connection: a socket that takes connections and never answers is found out here and not by the first call.

use std::error::Error as _;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};
use tonic::Code;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use super::Client;
use crate::plugin::error::{Awaited, StartFailure};

/// The name under which go-plugin's plugins answer.
const NAME: &str = "plugin";

/// How often a plugin that is not ready is asked again.
const INTERVAL: Duration = Duration::from_millis(50);

impl Client {
    /// Waits until the plugin says that it serves. One that knows no health, or not this name, counts as ready.
    pub(in crate::plugin) async fn await_health(
        &self,
        deadline: Instant,
        limit: Duration,
    ) -> Result<(), StartFailure> {
        let mut health = HealthClient::new(self.channel.clone());
        let mut awaited = Awaited::Answer;
        loop {
            let request = HealthCheckRequest {
                service: NAME.to_owned(),
            };
            match timeout_at(deadline, health.check(request)).await {
                Ok(Ok(answer)) => match answer.get_ref().status() {
                    ServingStatus::NotServing | ServingStatus::Unknown => awaited = Awaited::Health,
                    ServingStatus::Serving | ServingStatus::ServiceUnknown => return Ok(()),
                },
                Ok(Err(status)) if status.source().is_some() || !is_tolerated(status.code()) => {
                    return Err(StartFailure::NotGrpc(status.into()));
                }
                Ok(Err(_)) => return Ok(()),
                Err(_) => return Err(StartFailure::Timeout { limit, awaited }),
            }
            sleep(INTERVAL).await;
        }
    }
}

const fn is_tolerated(code: Code) -> bool {
    matches!(code, Code::NotFound | Code::Unimplemented)
}
