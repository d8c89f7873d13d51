//! HTTP, gRPC-Web and the page on one loopback port.
