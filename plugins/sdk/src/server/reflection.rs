//! gRPC's reflection: tools ask with it for the services of a plugin, and can then call them without its protos. Hosts
//! do not, so it is made at the first question.

use std::convert::Infallible;
use std::sync::LazyLock;

use http::{Request, Response};
use proto::PLUGIN_DESCRIPTORS;
use tonic::body::Body;
use tonic_reflection::pb;
use tonic_reflection::server::Builder;
use tower::util::BoxCloneSyncService;

/// One version of the service.
pub(super) type Reflection = BoxCloneSyncService<Request<Body>, Response<Body>, Infallible>;

/// The version that tools ask for first.
pub(super) static V1: LazyLock<Reflection> =
    LazyLock::new(|| Reflection::new(everything().build_v1().expect(WHOLE)));

/// The version that older tools know.
pub(super) static V1_ALPHA: LazyLock<Reflection> =
    LazyLock::new(|| Reflection::new(everything().build_v1alpha().expect(WHOLE)));

const WHOLE: &str = "generated descriptors are whole";

/// All services, as a plugin on Go's go-plugin lists them.
fn everything() -> Builder<'static> {
    [
        PLUGIN_DESCRIPTORS,
        tonic_health::pb::FILE_DESCRIPTOR_SET,
        pb::v1::FILE_DESCRIPTOR_SET,
        pb::v1alpha::FILE_DESCRIPTOR_SET,
    ]
    .into_iter()
    .fold(
        Builder::configure().include_reflection_service(false),
        Builder::register_encoded_file_descriptor_set,
    )
}
