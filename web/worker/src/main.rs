//! The program of the Web Worker: JavaScript on one side, the page's messages and the bridge on the other.

mod connect;
mod console_sink;
mod documents;
mod excerpt;
mod fault;
mod from_proto;
mod grpc_web;
mod heap;
mod intl;
mod outcome;
mod pace;
mod pacer;
mod page;
mod prepared;
mod present_session;
mod stack;
mod transport;
mod worker;

fn main() {
    page::report_panics();
    stack::watch();
    worker::start();
}
