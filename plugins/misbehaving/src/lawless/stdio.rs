//! go-plugin's stdio stream, full of small pieces: each is a frame of its own, and costs the host more than its bytes.

use std::iter;

use proto::go_plugin::StdioData;
use proto::go_plugin::grpc_stdio_server::GrpcStdio;
use proto::go_plugin::stdio_data::Channel;
use tokio_stream::Iter;
use tonic::{Request, Response, Status};

const PIECES: usize = 200_000;

#[derive(Debug)]
pub(super) struct Flood;

type Pieces = Box<dyn Iterator<Item = Result<StdioData, Status>> + Send>;

#[tonic::async_trait]
impl GrpcStdio for Flood {
    type StreamStdioStream = Iter<Pieces>;

    async fn stream_stdio(&self, _: Request<()>) -> Result<Response<Self::StreamStdioStream>, Status> {
        let piece = StdioData {
            channel: Channel::Stdout.into(),
            data: b"0123456789".to_vec(),
        };
        let pieces: Pieces = Box::new(iter::repeat_n(Ok(piece), PIECES));
        Ok(Response::new(tokio_stream::iter(pieces)))
    }
}
