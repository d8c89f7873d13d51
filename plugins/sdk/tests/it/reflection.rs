//! What tools see that ask a plugin for its services, as grpcurl does.

use std::collections::BTreeSet;

use prost::Message as _;
use prost_types::FileDescriptorProto;
use tokio_stream::once;
use tonic_reflection::pb::{v1, v1alpha};
use v1::server_reflection_client::ServerReflectionClient;
use v1::server_reflection_request::MessageRequest;
use v1::server_reflection_response::MessageResponse;

use crate::process::Probe;

/// What a plugin on Go's go-plugin lists.
const SERVICES: [&str; 7] = [
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
    "hashiplugin.contract.v1.JSModuleService",
    "plugin.GRPCBroker",
    "plugin.GRPCController",
    "plugin.GRPCStdio",
];

#[tokio::test]
async fn every_service_is_listed_and_described_to_the_last_import() {
    let probe = Probe::start().await;
    let MessageResponse::ListServicesResponse(listed) =
        ask(&probe, MessageRequest::ListServices(String::new())).await
    else {
        panic!("no list of services")
    };
    let listed: BTreeSet<String> = listed.service.into_iter().map(|service| service.name).collect();
    assert_eq!(listed, SERVICES.map(str::to_owned).into());

    let mut described = BTreeSet::new();
    for service in SERVICES {
        let mut wanted = vec![MessageRequest::FileContainingSymbol(service.to_owned())];
        while let Some(request) = wanted.pop() {
            for file in files(&probe, request).await {
                let (package, imports) = (file.package().to_owned(), file.dependency);
                described.extend(
                    file.service
                        .into_iter()
                        .map(|service| format!("{package}.{}", service.name())),
                );
                wanted.extend(imports.into_iter().map(MessageRequest::FileByFilename));
            }
        }
    }
    assert_eq!(described, listed);
}

#[tokio::test]
async fn tools_that_know_the_older_version_only_are_answered_too() {
    use v1alpha::ServerReflectionRequest;
    use v1alpha::server_reflection_client::ServerReflectionClient;
    use v1alpha::server_reflection_request::MessageRequest;
    use v1alpha::server_reflection_response::MessageResponse;

    let probe = Probe::start().await;
    let request = ServerReflectionRequest {
        host: String::new(),
        message_request: Some(MessageRequest::ListServices(String::new())),
    };
    let mut client = ServerReflectionClient::new(probe.channel.clone());
    let answers = client.server_reflection_info(once(request)).await.unwrap();
    let answer = answers.into_inner().message().await.unwrap().unwrap();
    let Some(MessageResponse::ListServicesResponse(listed)) = answer.message_response else {
        panic!("no list of services: {answer:?}")
    };
    assert_eq!(listed.service.len(), SERVICES.len());
}

async fn files(probe: &Probe, request: MessageRequest) -> Vec<FileDescriptorProto> {
    let MessageResponse::FileDescriptorResponse(found) = ask(probe, request.clone()).await else {
        panic!("no file for {request:?}")
    };
    let decode = |file: Vec<u8>| FileDescriptorProto::decode(file.as_slice()).unwrap();
    found.file_descriptor_proto.into_iter().map(decode).collect()
}

async fn ask(probe: &Probe, request: MessageRequest) -> MessageResponse {
    let request = v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(request),
    };
    let mut client = ServerReflectionClient::new(probe.channel.clone());
    let answers = client.server_reflection_info(once(request)).await.unwrap();
    let answer = answers.into_inner().message().await.unwrap().unwrap();
    answer.message_response.unwrap()
}
