//! The module's own service: from the wire to a [`Plugin`] and back.

use proto::contract::js_module_service_server::JsModuleService;
use proto::contract::{InvokeRequest, InvokeResponse, ModuleManifest};
use proto::limits::MAX_ERROR_TEXT;
use tonic::{Request, Response, Status};

use crate::Plugin;
use crate::error::chain;

#[derive(Debug)]
pub(super) struct ModuleService {
    plugin: Plugin,
}

impl ModuleService {
    pub(super) const fn new(plugin: Plugin) -> Self {
        Self { plugin }
    }
}

#[tonic::async_trait]
impl JsModuleService for ModuleService {
    async fn get_manifest(&self, _: Request<()>) -> Result<Response<ModuleManifest>, Status> {
        Ok(Response::new(self.plugin.manifest().to_wire()))
    }

    async fn invoke(&self, request: Request<InvokeRequest>) -> Result<Response<InvokeResponse>, Status> {
        let InvokeRequest {
            export_name,
            method_name,
            args,
        } = request.into_inner();
        let answer = self.plugin.invoke(&export_name, &method_name, &args).await;
        answer
            .map(|result| Response::new(InvokeResponse { result: Some(result) }))
            .map_err(|error| Status::unknown(bounded(chain(&error))))
    }
}

/// Cuts a text that would not pass: it travels in a header, and hosts limit those.
fn bounded(mut text: String) -> String {
    let total = text.len();
    if total > MAX_ERROR_TEXT {
        text.truncate(text.floor_char_boundary(MAX_ERROR_TEXT));
        text.push_str(&format!("… ({total} bytes in all)"));
    }
    text
}
